// How the search went, in a few words that are also read out.
import { useTranslation } from 'react-i18next';
import type { BoxAnswer } from './box-answer.ts';
import type { BoxGroup } from './box-options.ts';
import { RefusalText } from './refusal.tsx';

/** Says nothing while the first answer is under way, and of a pass code, which is not searched for. */
export function BoxOutcome(props: {
  readonly text: string;
  readonly answer: BoxAnswer;
  readonly groups: readonly BoxGroup[];
}) {
  const { t } = useTranslation('box');
  const { text, answer, groups } = props;
  if (answer.error) return <RefusalText error={answer.error} />;
  if (!answer.shown || groups[0]?.name === 'code') return null;
  const found = groups.filter(({ name }) => name !== 'register');
  const total = found.reduce((sum, { options }) => sum + options.length, 0);
  return (
    <>
      {total === 0 ? t('nothing', { text }) : t('found', { total })}
      {answer.shown.catchingUp ? ` · ${t('catchingUp')}` : null}
    </>
  );
}
