// Print jobs that wait: counted in the status bar, listed and answered in a small panel above it.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PRINTER_PROBLEMS } from '../../electron/api/devices.contract.ts';
import type { DeskStatus, PrintJob } from '../../electron/api/desk.contract.ts';
import { useNotices } from '../ui/notice.tsx';
import { uuidV7 } from '../ui/uuid-v7.ts';
import styles from './print-jobs.module.css';
import { RefusalText } from './refusal.tsx';
import { useServices } from './services.ts';
import { StatusPanel } from './status-panel.tsx';
import { useWhyNot } from './use-why-not.ts';

export function PrintJobs({ status }: { readonly status: DeskStatus }) {
  const { t } = useTranslation('shell');
  const { printer, jobs } = status;
  const why = useWhyNot()(
    jobs.find(({ problem }) => problem !== null && BY_HAND.has(problem))?.problem ?? null,
  );
  const paperLow = printer === 'ready' && status.paperNearEnd;
  return (
    <StatusPanel
      word={
        paperLow
          ? t('paperNearEnd')
          : [t(`printer.${printer}`, { jobs: jobs.length }), why].filter(Boolean).join(' · ')
      }
      tone={paperLow || LOUD.has(printer) ? 'warn' : undefined}
      label={t('jobs.title')}
      title={t('jobs.title')}
      width={420}
    >
      {printer === 'trouble' ? <Trouble problem={status.printerProblem} /> : null}
      {jobs.length === 0 ? <p className={styles.none}>{t('jobs.none')}</p> : null}
      <ul className={styles.jobs}>
        {jobs.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </StatusPanel>
  );
}

/** What somebody who passes by can mend: said where it is seen without opening the list. */
const BY_HAND: ReadonlySet<string> = new Set([
  'PAPER_OUT',
  'COVER_OPEN',
] satisfies (typeof PRINTER_PROBLEMS)[number][]);

const LOUD: ReadonlySet<DeskStatus['printer']> = new Set(['waiting', 'trouble', 'asks'] as const);

/** Nothing waits, but the next slip would. */
function Trouble({ problem }: { readonly problem: string | null }) {
  const { t } = useTranslation('shell');
  const why = useWhyNot()(problem);
  return (
    <p className={styles.none}>
      {why === null ? null : <strong>{t('jobs.trouble', { why })} </strong>}
      {t('jobs.troubleTodo')}
    </p>
  );
}

const ANSWERS = {
  printed: 'jobs.answerPrinted',
  printAgain: 'jobs.answerAgain',
  cancel: 'jobs.answerCancel',
} as const;
type Answer = keyof typeof ANSWERS;

/** Only an unknown one can have been printed; one that goes by itself can only be called off. */
function answersTo(state: PrintJob['state']): readonly Answer[] {
  if (state === 'unknown') return ['printed', 'printAgain', 'cancel'];
  return state === 'failed' ? ['printAgain', 'cancel'] : state === 'queued' ? ['cancel'] : [];
}

function Job({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation('shell');
  const { api } = useServices();
  const notices = useNotices();
  const whyNot = useWhyNot();

  function answer(given: Answer): void {
    api.desk.answerJob({ commandId: uuidV7(), job: job.id, answer: given }).catch((error: unknown) => {
      notices.show({ tone: 'bad', body: <RefusalText error={error} /> });
    });
  }

  return (
    <li className={styles.job}>
      <strong>{job.number ?? `#${job.record}`}</strong>
      <span>{[t(`jobs.${job.state}`), whyNot(job.problem)].filter(Boolean).join(' · ')}</span>
      <div className={styles.answers}>
        {answersTo(job.state).map((each) => (
          <Button key={each} size="compact-sm" variant="default" onClick={() => answer(each)}>
            {t(ANSWERS[each])}
          </Button>
        ))}
      </div>
    </li>
  );
}
