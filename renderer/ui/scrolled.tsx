// The part of a panel that scrolls: what scrolls has to be reached by the keyboard too.
import type { ReactNode } from 'react';

export function Scrolled(props: { readonly className: string | undefined; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className={props.className} tabIndex={0}>
      {props.children}
    </div>
  );
}
