// What is written down about a visit, as a list of facts; what was not asked is not shown.
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useProperty } from '../../app/property.ts';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { inFours } from '../../ui/in-fours.ts';
import { Tag } from '../../ui/tag.tsx';
import { CardTag } from './card-tag.tsx';
import styles from '../../ui/record-panel.module.css';

export function VisitFacts({ visit }: { readonly visit: VisitDetail }) {
  const { t } = useTranslation(['visitors', 'identity', 'cards']);
  const { times } = useProperty();
  const span = (from: number | null, until: number | null): string | null =>
    from === null ? null : [from, until].map((at) => (at === null ? '' : times.short(at))).join(' – ');
  const denied = visit.turnedAway;
  const facts: readonly Fact[] = [
    [t('number'), visit.number],
    [t('code'), visit.state === 'denied' ? null : inFours(visit.passCode)],
    [t('host'), visit.hostName],
    [t('unit'), visit.unitText],
    [t('purpose'), t(`purpose.${visit.purpose}`)],
    [t('company'), visit.company],
    [t('phone'), visit.phone],
    [
      t('documentType'),
      visit.documentType === 'none' ? null : t(`identity:documentType.${visit.documentType}`),
    ],
    [t('documentNumber'), visit.documentMasked],
    [t('noDocumentReason'), visit.noDocument === null ? null : t(`noDocument.${visit.noDocument}`)],
    [t('verifiedBy'), visit.state === 'expected' ? null : t(`verifiedBy.${visit.verifiedBy}`)],
    [
      t('hostConfirmation'),
      visit.hostConfirmation === 'none' ? null : t(`hostConfirmation.${visit.hostConfirmation}`),
    ],
    [t('nationality'), visit.nationality],
    [t('expectedAt'), span(visit.expectedFrom, visit.expectedUntil)],
    [t('validUntil'), visit.validUntil === null ? null : times.short(visit.validUntil)],
    [
      t('cards:cardNumber'),
      visit.cards.map((card) => `${card.number} ${t(`cards:state.${card.state}`)}`).join(' · ') || null,
    ],
    [t('children'), visit.children === 0 ? null : String(visit.children)],
    [t('plate'), visit.plate],
    [t('items'), visit.items],
    [t('remarks'), visit.remarks],
    [t('notice'), visit.noticeVersion === null ? null : t('noticeVersion', { version: visit.noticeVersion })],
    [t('paperLine'), visit.paperLine],
    [t('deniedAt'), denied === null ? null : times.short(denied.at)],
    [
      t('denialReason'),
      denied === null ? null : [t(`denial.${denied.reason}`), denied.note].filter(Boolean).join(' · '),
    ],
    [t('previous'), visit.previous?.number ?? null],
  ];
  return (
    <>
      <p className={styles.marks}>
        {visit.escorted ? <Tag tone="info">{t('escorted')}</Tag> : null}
        <CardTag card={visit.card} />
        {visit.needsHelp ? <Tag tone="warn">{t('needsHelp')}</Tag> : null}
        {visit.documentExpired ? <Tag tone="warn">{t('expiredDocument')}</Tag> : null}
        {visit.passPrints > 0 ? <Tag tone="quiet">{t('passPrints', { count: visit.passPrints })}</Tag> : null}
      </p>
      <FactList facts={facts} />
      <ol className={styles.stays}>
        {visit.stays.map((stay) => (
          <li key={stay.in}>
            <span>
              {t('arrivedAt')} <strong>{times.short(stay.in)}</strong> {stay.inDesk}
            </span>
            {stay.out === null ? null : (
              <span>
                {t('leftAt')} <strong>{times.short(stay.out)}</strong> {stay.outDesk}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
