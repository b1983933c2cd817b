// A field that suggests hosts and units while one types.
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { SearchField } from '../../app/search-field.tsx';
import type { SearchFieldProps } from '../../app/search-field.tsx';
import { useServices } from '../../app/services.ts';
import styles from '../../ui/search-field.module.css';
import { Tag } from '../../ui/tag.tsx';

type PlaceSearchProps = Omit<
  SearchFieldProps<PlaceMatch>,
  'ask' | 'idOf' | 'lineOf' | 'suggestions' | 'eager'
> & {
  /** Units that are chosen already: who belongs there comes first. */
  readonly near?: readonly number[];
};

const SHOWN = 8;

export function PlaceSearch({ near = [], ...props }: PlaceSearchProps) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  return (
    <SearchField
      {...props}
      suggestions={t('suggestions')}
      ask={(text) => calls.places.find.queryOptions({ input: { text, limit: SHOWN, near: [...near] } })}
      idOf={({ contact, unit }) => `${contact ?? ''}-${unit ?? ''}`}
      lineOf={placeLine}
    />
  );
}

function placeLine(place: PlaceMatch) {
  return <PlaceLine place={place} />;
}

function PlaceLine({ place }: { readonly place: PlaceMatch }) {
  const { t } = useTranslation('places');
  const { contactName, unitCode, tenantName, caution } = place;
  return (
    <>
      <span className={styles.name}>{contactName ?? unitCode ?? tenantName}</span>
      <span className={styles.where}>
        {[contactName === null ? null : unitCode, tenantName].filter(Boolean).join(' · ')}
      </span>
      {caution ? <Tag tone={caution === 'movedOut' ? 'warn' : 'quiet'}>{t(`caution.${caution}`)}</Tag> : null}
    </>
  );
}
