// A part of the settings that has several lists: tabs above, and what was begun in one stays while another is shown.
import { Activity } from 'react';
import type { ReactNode } from 'react';
import tabs from '../../ui/tabs.module.css';
import styles from './file-tabs.module.css';

export function FileTabs<Tab extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly tab: Tab;
  readonly wordOf: (tab: Tab) => string;
  readonly onTab: (tab: Tab) => void;
  readonly renderPage: (tab: Tab) => ReactNode;
}) {
  return (
    <div className={styles.part}>
      <nav className={styles.tabs} aria-label={props.label}>
        {props.tabs.map((each) => (
          <button
            key={each}
            type="button"
            className={tabs.tab}
            aria-current={each === props.tab}
            onClick={() => props.onTab(each)}
          >
            {props.wordOf(each)}
          </button>
        ))}
      </nav>
      {props.tabs.map((each) => (
        <Activity key={each} mode={each === props.tab ? 'visible' : 'hidden'}>
          {props.renderPage(each)}
        </Activity>
      ))}
    </div>
  );
}
