// Opens the evacuation list from wherever its button stands; its key works everywhere (app.tsx).
import { createContext, useContext } from 'react';

const EvacuationContext = createContext<() => void>(() => {});
export const EvacuationProvider = EvacuationContext.Provider;

export function useEvacuation(): () => void {
  return useContext(EvacuationContext);
}
