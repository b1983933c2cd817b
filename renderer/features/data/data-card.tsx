// The frame of one part of the data care: what it is, how it stands, what may be done.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import cards from '../../ui/cards.module.css';

export function DataCard(props: {
  readonly title: string;
  readonly hint: string;
  readonly state?: { readonly tone: TagTone; readonly text: string };
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={cards.card} aria-labelledby={id}>
      <header className={cards.head}>
        <div>
          <h2 id={id} className={cards.title}>
            {props.title}
          </h2>
          <p className={cards.hint}>{props.hint}</p>
        </div>
        {props.state ? <Tag tone={props.state.tone}>{props.state.text}</Tag> : null}
      </header>
      {props.children}
    </section>
  );
}
