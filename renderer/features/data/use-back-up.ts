// A backup made now and followed until it is made: the one stream that says how far it is.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupStep } from '../../../electron/api/data.contract.ts';
import { useServices } from '../../app/services.ts';

export type BackUpState = BackupStep | { readonly step: 'failed'; readonly error: unknown } | null;

export function useBackUp() {
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [state, setState] = useState<BackUpState>(null);

  async function follow(): Promise<void> {
    try {
      for await (const step of await api.data.backUp({})) setState(step);
    } finally {
      await queries.invalidateQueries({ queryKey: calls.data.key() });
    }
  }

  function run(): void {
    setRunning(true);
    setState(null);
    follow()
      .catch((error: unknown) => setState({ step: 'failed', error }))
      .finally(() => setRunning(false));
  }

  return { running, state, run };
}
