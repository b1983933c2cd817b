// A layer over the whole window: while it is open, nothing below hears a key, a scan or the pointer.
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The open layers of this window, lowest first. */
const open: symbol[] = [];
const LayerContext = createContext<symbol | null>(null);

/** Tells, at the moment it is asked, whether this component stands in the topmost layer. */
export function useOnTop(): () => boolean {
  const layer = useContext(LayerContext);
  return () => (open.at(-1) ?? null) === layer;
}

/** Stands beside the app in the document, so that print can leave the app out. Gives the hand back when it closes. */
export function Layer({ children }: { readonly children: ReactNode }) {
  const [layer] = useState(() => Symbol('layer'));
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const hand = document.activeElement;
    const below = [...document.body.children].filter(
      (each) => each instanceof HTMLElement && each !== box.current && !each.inert,
    ) as HTMLElement[];
    open.push(layer);
    for (const each of below) each.inert = true;
    return () => {
      open.splice(open.indexOf(layer), 1);
      for (const each of below) each.inert = false;
      if (hand instanceof HTMLElement) hand.focus();
    };
  }, [layer]);
  return createPortal(
    <LayerContext value={layer}>
      <div ref={box} data-layer>
        {children}
      </div>
    </LayerContext>,
    document.body,
  );
}
