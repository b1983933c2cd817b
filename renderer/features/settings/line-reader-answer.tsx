// What a tag reader or a scanner sent, how it is read under each format, and which one to choose.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineReaderKind, LineReaderTest } from '../../../electron/api/devices.contract.ts';
import { Callout } from '../../ui/callout.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { CodeValues, LineReaderValues, TagFormatValues } from './line-reader-values.ts';
import styles from './devices.module.css';

export function LineReaderAnswer(props: {
  readonly seen: LineReaderTest;
  readonly values: LineReaderValues;
  readonly onUse: (chosen: TagFormatValues | CodeValues) => void;
}) {
  const { t } = useTranslation('lineReaders');
  const { seen, values, onUse } = props;
  switch (seen.outcome) {
    case 'tag':
      return <TagAnswer seen={seen} values={values} onUse={onUse} />;
    case 'code':
      return (
        <>
          <Callout
            tone={seen.text.includes('\u{FFFD}') ? 'warn' : 'good'}
            title={t('saw.code', { text: seen.text })}
          />
          {seen.readings.every(({ text }) => text === seen.text) ? null : (
            <>
              <p className={styles.about}>{t('saw.codeTodo')}</p>
              <table className={styles.readings}>
                <tbody>
                  {seen.readings.map(({ encoding, text }) => (
                    <tr key={encoding}>
                      <th scope="row">{t(`encoding.${encoding}`)}</th>
                      <td>{text}</td>
                      <td>
                        <Choice
                          used={encoding === values.encoding}
                          label={t(`encoding.${encoding}`)}
                          onUse={() => onUse({ encoding })}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </>
      );
    case 'nothing': {
      const state = seen.state === 'ready' || seen.state === 'fault' ? seen.state : 'offline';
      return (
        <Callout tone={state === 'ready' ? 'info' : 'bad'} title={t(`saw.${state}`)}>
          {t(`saw.${state}Todo`)}
        </Callout>
      );
    }
  }
}

function TagAnswer(props: {
  readonly seen: Extract<LineReaderTest, { outcome: 'tag' }>;
  readonly values: TagFormatValues;
  readonly onUse: (chosen: TagFormatValues) => void;
}) {
  const { t } = useTranslation('lineReaders');
  const { seen, values, onUse } = props;
  const { came, uid, readings } = seen;
  if (readings.length === 0) {
    return (
      <Callout tone="bad" title={t('saw.unknown', { came })}>
        {t('saw.unknownTodo')}
      </Callout>
    );
  }
  return (
    <>
      {uid === null ? (
        <Callout tone="warn" title={t('saw.wrongFormat', { came })} />
      ) : (
        <Callout tone="good" title={t('saw.tag', { uid })}>
          {t('saw.came', { came })}
        </Callout>
      )}
      <p className={styles.about}>{t('saw.choose')}</p>
      <table className={styles.readings}>
        <thead>
          <tr>
            <th scope="col">{t('format')}</th>
            <th scope="col">{t('saw.uid')}</th>
            <th scope="col">{t('saw.printed')}</th>
            <th scope="col">{t('saw.use')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ format, byteOrder, uid: read, printed }, at) => (
            <tr key={read}>
              <th scope="row">
                {t(`format.${format}`)} · {t(`byteOrder.${byteOrder}`)}{' '}
                {at === 0 ? <Tag tone="info">{t('saw.likeliest')}</Tag> : null}
              </th>
              <td className={styles.number}>{read}</td>
              <td className={styles.number}>{printed ? `${printed.dec10} ${printed.w26}` : ''}</td>
              <td>
                <Choice
                  used={format === values.format && byteOrder === values.byteOrder}
                  label={`${t(`format.${format}`)} ${t(`byteOrder.${byteOrder}`)}`}
                  onUse={() => onUse({ format, byteOrder })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Choice(props: { readonly used: boolean; readonly label: string; readonly onUse: () => void }) {
  const { t } = useTranslation('lineReaders');
  if (props.used) return <Tag tone="good">{t('saw.used')}</Tag>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${t('saw.use')} ${props.label}`}
      onClick={props.onUse}
    >
      {t('saw.use')}
    </Button>
  );
}

export function LineReaderDone(props: {
  readonly did: 'saved' | 'removed';
  readonly kind: LineReaderKind;
}): ReactNode {
  const { t } = useTranslation('lineReaders');
  return t(props.did, { device: t(`kind.${props.kind}`) });
}
