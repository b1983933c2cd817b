// Opens the manual over any screen, at the page that fits what is on the screen just now.
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useShortcuts } from '../../ui/keyboard.ts';
import type { HelpPage } from './help-pages.ts';
import { HelpScreen } from './help-screen.tsx';

interface HelpPlace {
  /** Opens the manual at the page of the place that was entered last. */
  open(): void;
  /** Says which page fits from now on; the returned function takes it back. */
  enter(page: HelpPage): () => void;
}

const HelpContext = createContext<HelpPlace | null>(null);

/** Shift+F1 opens it from anywhere, signed in or not, in trouble too. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<HelpPage | null>(null);
  const place = useMemo(() => {
    const entered: { readonly page: HelpPage }[] = [];
    return {
      open: () => setShown(entered.at(-1)?.page ?? 'first-day'),
      enter(page: HelpPage) {
        const entry = { page };
        entered.push(entry);
        return () => void entered.splice(entered.indexOf(entry), 1);
      },
    };
  }, []);
  useShortcuts({ 'Shift+F1': place.open }, shown === null, 'everywhere');
  return (
    <HelpContext value={place}>
      {children}
      {shown === null ? null : <HelpScreen at={shown} onClose={() => setShown(null)} />}
    </HelpContext>
  );
}

export function useHelp(): HelpPlace {
  const place = useContext(HelpContext);
  if (!place) throw new Error('no help above this component');
  return place;
}

/** The page of all that has none of its own: stands before what it is for, so that those come later and count more. */
export function HelpAt({ page }: { readonly page: HelpPage }) {
  useHelpPage(page);
  return null;
}

/** The page that fits this screen, as long as it is there and `active`. */
export function useHelpPage(page: HelpPage, active = true): void {
  const { enter } = useHelp();
  useEffect(() => (active ? enter(page) : undefined), [enter, page, active]);
}
