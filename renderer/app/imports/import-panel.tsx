// Something from a spreadsheet: choose it, look at what it comes to, and take it in when every row is right.
import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { ImportPreview, ImportRefusal, isNews } from './import-preview.tsx';
import type { ImportWords, Preview, Tallies } from './import-preview.tsx';
import columns from '../../ui/columns.module.css';
import styles from './imports.module.css';
import { useImportFault } from './use-import-fault.ts';

/** One kind of spreadsheet: its words, and the calls that look at it and take it in. */
export interface ImportKind<P extends Preview> {
  readonly title: string;
  readonly hint: string;
  /** What the template's file is called, without its ending. */
  readonly templateFile: string;
  readonly words: ImportWords;
  readonly talliesOf: (preview: P) => Tallies;
  readonly preview: (content: string) => Promise<P>;
  /** Answers once the lists show what came in. */
  readonly run: (claim: { readonly commandId: string; readonly content: string }) => Promise<void>;
  readonly template: () => Promise<{ readonly text: string }>;
}

interface Chosen<P> {
  readonly name: string;
  readonly content: string;
  readonly commandId: string;
  readonly preview: P;
}

export function ImportPanel<P extends Preview>(props: {
  readonly kind: ImportKind<P>;
  readonly active: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['imports', 'shell']);
  const { kind, active, onClose } = props;
  const { title } = kind;
  const common = useImportFault();
  const words: ImportWords = {
    column: kind.words.column,
    fault: (fault) => common(fault.reason, fault.other) ?? kind.words.fault(fault),
  };
  const notices = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const run = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen<P> | null>(null);
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
    const preview = await kind.preview(content);
    setChosen({ name: file.name, content, commandId: uuidV7(), preview });
  }

  async function take({ content, commandId, name }: Chosen<P>): Promise<void> {
    await kind.run({ commandId, content });
    notices.show({ tone: 'good', body: <ImportedLine file={name} /> });
    onClose();
  }

  async function download(): Promise<void> {
    const { text } = await kind.template();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = `${kind.templateFile}.csv`;
    // The browser may fetch it after this: a kilobyte stays until the window closes.
    link.click();
  }

  const tallies = chosen ? kind.talliesOf(chosen.preview) : [];
  const ready = chosen !== null && chosen.preview.faultCount === 0 && isNews(tallies);
  return (
    <section className={styles.panelBody} aria-label={title}>
      <header className={columns.head}>
        <h2 className={columns.title}>{title}</h2>
        <CloseButton className={columns.close} aria-label={t('shell:close')} onClick={onClose} />
      </header>
      <p className={styles.hint}>{kind.hint}</p>
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
      {refusal === null ? null : (
        <Callout tone="bad" announce title={<ImportRefusal error={refusal} words={words} />} />
      )}
      {chosen ? (
        <ImportPreview file={chosen.name} preview={chosen.preview} tallies={tallies} words={words} />
      ) : null}
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
  return useTranslation('imports').t('importedDone', { what: file });
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
