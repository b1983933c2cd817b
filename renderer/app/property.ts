// The property and desk this window works for, known to every screen below the shell.
import { createContext, useContext } from 'react';
import type { PropertyCard } from '../../electron/api/places.contract.ts';
import type { Times } from '../ui/times.ts';

export interface PropertyFacts {
  readonly property: PropertyCard;
  /** Times in the property's zone. */
  readonly times: Times;
}

const PropertyContext = createContext<PropertyFacts | null>(null);
export const PropertyProvider = PropertyContext.Provider;

export function useProperty(): PropertyFacts {
  const facts = useContext(PropertyContext);
  if (!facts) throw new Error('no property above this component');
  return facts;
}
