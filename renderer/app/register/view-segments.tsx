// The lists of a register side by side, each with how much stands in it.
import styles from '../../ui/register-page.module.css';
import { useListHand } from '../../ui/resting-focus.ts';
import segments from '../../ui/segments.module.css';

interface Count {
  readonly count: number;
  /** There is something to do about it. */
  readonly warns?: boolean;
}

/** `countOf` answers null where a number says nothing, or is not known yet. */
export function ViewSegments<View extends string>(props: {
  readonly label: string;
  readonly views: readonly View[];
  readonly view: View;
  /** The element that has the keys of the list: it takes the hand once another view is looked at. */
  readonly listId: string;
  readonly wordOf: (view: View) => string;
  readonly countOf?: (view: View) => Count | null;
  readonly onLook: (view: View) => void;
}) {
  const choose = useListHand(props.view, props.listId);
  return (
    <nav className={segments.segments} aria-label={props.label}>
      {props.views.map((view) => {
        const counted = props.countOf?.(view) ?? null;
        return (
          <button
            key={view}
            type="button"
            className={`${segments.segment} ${styles.view}`}
            aria-current={view === props.view}
            onClick={() => {
              if (view !== props.view) choose();
              props.onLook(view);
            }}
          >
            {props.wordOf(view)}
            {counted === null ? null : (
              <span className={styles.count} data-warn={counted.warns || undefined}>
                {counted.count}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
