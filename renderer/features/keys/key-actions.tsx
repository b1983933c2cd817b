// What can be done to a loan from the panel, a form or a scan: done, said quietly, and taken back where possible.
import type { Dispatch } from 'react';
import type { KeyLoanRow } from '../../../electron/api/keys.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { NoticeAction } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DoneLine, ResealLabel } from './done-line.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import type { Move } from './workplace.ts';

/** The part of a loan that its notice names. */
export type NamedLoan = Pick<KeyLoanRow, 'id' | 'number'>;

/** What a return did: all of these keys of one loan. */
export interface Returned {
  readonly loan: number;
  readonly number: string;
  readonly keys: readonly number[];
  /** Pieces are still out. */
  readonly partly: boolean;
  /** The keys belong to another desk and are now on their way there. */
  readonly inTransfer: boolean;
}

export interface KeyActions {
  returnAll(loan: KeyLoanRow): void;
  reopen(loan: NamedLoan): void;
  /** Takes the entry itself back, within ten minutes of making it. */
  takeBack(loan: NamedLoan): void;
  reprint(loan: NamedLoan): void;
  arrive(key: { readonly id: number; readonly code: string; readonly name: string | null }): void;
  hangUp(key: { readonly id: number; readonly code: string; readonly name: string | null }): void;
  /** Says what came back, with the way back. */
  announceReturned(returned: Returned): Promise<void>;
  /** Says that a key was reported lost, with the way back. */
  announceLost(lost: { readonly case: number; readonly keyName: string }): void;
  announceArrived(key: number): Promise<void>;
}

/** They begin at once and end in the quiet line, with what was done or why not. */
export function useKeyActions(dispatch: Dispatch<Move>): KeyActions {
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <KeyRefusal error={error} /> }));
  }

  function reopen({ id, number }: NamedLoan): void {
    attempt(async () => {
      await api.keys.reopen({ commandId: uuidV7(), loan: id });
      notices.show({ tone: 'good', body: <DoneLine did="reopenedDone" number={number} /> });
      dispatch({ do: 'wentOut', loan: id });
    });
  }

  function reseal(id: number): NoticeAction {
    const shown = { kind: 'key', id, tool: 'reseal' } as const;
    return { label: <ResealLabel />, run: () => dispatch({ do: 'show', shown, focusAction: true }) };
  }

  async function announceReturned(returned: Returned): Promise<void> {
    const { loan, number, partly, inTransfer } = returned;
    const [rows, bags] = await Promise.all([
      Promise.all(returned.keys.map((key) => api.keys.key({ key }))),
      // Whether a bag lies open is news about what came back; that it came back is true without it.
      api.keys.unsealed().catch(() => []),
    ]);
    const open = rows.find(({ id }) => bags.some((bag) => bag.id === id));
    const keyName = rows.map(({ name, code }) => name ?? code).join(' · ');
    const desk = rows[0]?.homeDesk ?? '';
    const did = inTransfer ? 'toSendDone' : partly ? 'partDone' : 'returnedDone';
    const how = inTransfer ? 'toSend' : 'returned';
    dispatch({
      do: 'cameBack',
      back: returned.keys.map((key) => ({ key, loan: { id: loan, number }, how })),
    });
    notices.show({
      tone: inTransfer || open ? 'warn' : 'good',
      body: <DoneLine did={did} number={number} keyName={keyName} desk={desk} bagOpen={open !== undefined} />,
      action: { label: <UndoLabel />, run: () => reopen({ id: loan, number }) },
      ...(open && !inTransfer ? { choices: [reseal(open.id)] } : {}),
    });
  }

  return {
    reopen,
    announceReturned,
    announceLost: ({ case: opened, keyName }) =>
      notices.show({
        ...{ tone: 'good', body: <DoneLine did="lostDone" keyName={keyName} /> },
        action: {
          label: <UndoLabel />,
          run: () =>
            attempt(async () => {
              await api.keys.takeBackLoss({ commandId: uuidV7(), case: opened });
              notices.show({ tone: 'good', body: <DoneLine did="notLostDone" keyName={keyName} /> });
            }),
        },
      }),
    async announceArrived(key) {
      const { name, code } = await api.keys.key({ key });
      dispatch({ do: 'cameBack', back: [{ key, loan: null, how: 'arrived' }] });
      notices.show({ tone: 'good', body: <DoneLine did="arrivedDone" keyName={name ?? code} /> });
    },
    returnAll: (loan) =>
      attempt(async () => {
        const { state, inTransfer } = await api.keys.return({
          ...{ commandId: uuidV7(), loan: loan.id, signature: null },
        });
        await announceReturned({
          ...{ loan: loan.id, number: loan.number, partly: state === 'open' },
          keys: loan.lines.filter(({ pieces, back, lost }) => !lost && back < pieces).map(({ key }) => key),
          inTransfer: inTransfer.length > 0,
        });
      }),
    takeBack: ({ id, number }) =>
      attempt(async () => {
        await api.keys.takeBack({ commandId: uuidV7(), loan: id });
        notices.show({ tone: 'good', body: <DoneLine did="takenBackDone" number={number} /> });
      }),
    reprint: ({ id, number }) =>
      attempt(async () => {
        const { printJob } = await api.keys.reprint({ commandId: uuidV7(), loan: id });
        notices.show({ tone: 'good', body: <DoneLine did="reprintDone" number={number} job={printJob} /> });
      }),
    hangUp: ({ id, code, name }) =>
      attempt(async () => {
        await api.keys.hangUp({ commandId: uuidV7(), key: id });
        notices.show({ tone: 'good', body: <DoneLine did="hungUpDone" keyName={name ?? code} /> });
      }),
    arrive: ({ id, code, name }) =>
      attempt(async () => {
        await api.keys.arrive({ commandId: uuidV7(), key: id });
        notices.show({ tone: 'good', body: <DoneLine did="arrivedDone" keyName={name ?? code} /> });
      }),
  };
}
