// A building from a spreadsheet: choose it, look at what it comes to, and take it in when every row is right.
import { Button, CloseButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../electron/api/places-import.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { ImportPreview, ImportRefusal } from './import-preview.tsx';
import columns from '../../ui/columns.module.css';
import styles from './places.module.css';

interface Chosen {
  readonly name: string;
  readonly content: string;
  readonly commandId: string;
  readonly preview: Preview;
}

export function ImportPanel({ active, onClose }: { readonly active: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['placesImport', 'shell']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const run = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  useEffect(() => choose.current?.focus(), []);
  // What can be done next has the hand.
  useEffect(() => run.current?.focus(), [chosen]);
  useShortcuts({ Escape: onClose }, active);

  function act(file: string, work: () => Promise<void>): void {
    setBusy(file);
    setRefusal(null);
    work()
      .catch(setRefusal)
      .finally(() => setBusy(null));
  }

  async function read(file: File): Promise<void> {
    setChosen(null);
    const content = await base64Of(file);
    const preview = await api.places.previewImport({ content });
    setChosen({ name: file.name, content, commandId: uuidV7(), preview });
  }

  async function take({ content, commandId, name }: Chosen): Promise<void> {
    await api.places.runImport({ commandId, content });
    await queries.invalidateQueries({ queryKey: calls.places.key() });
    notices.show({ tone: 'good', body: <ImportedLine file={name} /> });
    onClose();
  }

  async function download(): Promise<void> {
    const { text } = await api.places.importTemplate();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = `${t('templateFile')}.csv`;
    // The browser may fetch it after this: a kilobyte stays until the window closes.
    link.click();
  }

  const ready = chosen !== null && chosen.preview.faultCount === 0 && isNews(chosen.preview);
  return (
    <section className={styles.panelBody} aria-label={t('importTitle')}>
      <header className={columns.head}>
        <h2 className={columns.title}>{t('importTitle')}</h2>
        <CloseButton className={columns.close} aria-label={t('shell:close')} onClick={onClose} />
      </header>
      <p className={styles.hint}>{t('importHint')}</p>
      <div className={styles.buttons}>
        <Button
          ref={choose}
          variant={ready ? 'default' : 'filled'}
          loading={busy !== null}
          onClick={() => input.current?.click()}
        >
          {t(chosen ? 'chooseOther' : 'chooseFile')}
        </Button>
        <Button variant="default" onClick={() => act('', download)}>
          {t('template')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) act(file.name, () => read(file));
            // The same file may be chosen again once it was mended.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {busy ? (
        <p role="status" className={styles.said}>
          {t('reading', { file: busy })}
        </p>
      ) : null}
      {refusal === null ? null : <Callout tone="bad" announce title={<ImportRefusal error={refusal} />} />}
      {chosen ? <ImportPreview file={chosen.name} preview={chosen.preview} /> : null}
      {ready ? (
        <Button
          ref={run}
          w="fit-content"
          loading={busy !== null}
          onClick={() => act(chosen.name, () => take(chosen))}
        >
          {t('runImport')}
        </Button>
      ) : null}
    </section>
  );
}

function ImportedLine({ file }: { readonly file: string }) {
  return useTranslation('placesImport').t('importedDone', { what: file });
}

function isNews({ units, tenants, contacts }: Preview): boolean {
  return [units, tenants, contacts].some(({ added, changed }) => added + changed > 0);
}

/** The bytes of a file as base64: a data URL without its head. */
async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  const url = await new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file was not read'));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
