// Turning somebody away 不予放行: written down with its reason, as a record of its own or of who was announced.
import type { z } from 'zod';
import type { denialForm } from '../../../api/visit-forms.ts';
import type { DenialReason, visitErrors } from '../../../api/visit-states.ts';
import { checkDocumentNumber, normaliseDocumentNumber } from '../../shared/document-number.ts';
import { refusals } from '../../shared/refusal.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import type { Actor } from '../register.ts';
import {
  beganBy,
  checkPlaces,
  indexOf,
  sealedOf,
  turnedAwayBefore,
  visitInState,
} from './visitors.checks.ts';
import { visitEvents } from './visitors.events.ts';
import type { VisitorsParts } from './visitors.parts.ts';

type DenialInput = z.output<typeof denialForm> & { readonly commandId: string };
type Why = { readonly reason: DenialReason; readonly note: string | null };
type VisitInput = Why & { readonly commandId: string; readonly visit: number };

const refuse = refusals<typeof visitErrors>();

export type DenialsService = ReturnType<typeof createDenialsService>;

/** Both throw FIELD_NEEDED for another reason without a note, and write nothing then. */
export function createDenialsService(parts: VisitorsParts) {
  const { journal, clock, random } = parts;

  /** Numbered like any visit, with a code that no pass carries. What their document says is kept as it was shown. */
  function deny(actor: Actor, input: DenialInput): { id: number; number: string } {
    checkWhy(input);
    checkPlaces(parts, input);
    return journal.command({ action: 'visitors.deny', input }, actor.author, (command) => {
      const { documentType, phone, purpose, host, units, origins, children, reason, note } = input;
      const documentNumber = asShown(input);
      const documentIndex = indexOf(parts, documentType, documentNumber);
      const id = command.newRecord();
      const numbered = { number: command.nextNumber('V'), passCode: newScanCode('visitPass', random) };
      command.append(visitEvents, id, {
        type: 'visit.denied',
        body: {
          ...{ documentType, purpose, host, units, origins, children, numbered, reason },
          begunBy: beganBy(parts, command, input.begunBy),
          previous: turnedAwayBefore(parts, command, { documentIndex, phone }),
        },
        sealed: { ...sealedOf(parts, { ...input, documentNumber }), note },
      });
      return { id, number: numbered.number };
    });
  }

  function denyExpected(actor: Actor, input: VisitInput): { id: number } {
    checkWhy(input);
    return journal.command({ action: 'visitors.denyExpected', input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ['expected']);
      const { id, documentType, purpose, host, children, nationality, phone, company, hostName } = visit;
      const { unitText, plate, items, remarks, needsHelp } = visit;
      command.append(visitEvents, id, {
        type: 'visit.denied',
        body: {
          ...{ documentType, purpose, host, units: [...visit.units], origins: {}, children, begunBy: null },
          ...{ numbered: null, reason: input.reason },
          previous: turnedAwayBefore(parts, command, visit),
        },
        sealed: {
          ...{ name: visit.name ?? '', documentNumber: null, nationality, phone, company, hostName },
          ...{ unitText, plate, items, remarks, needsHelp, note: input.note },
        },
      });
      return { id };
    });
  }

  function asShown({ documentType, documentNumber }: DenialInput): string | null {
    if (documentNumber === null) return null;
    const check = checkDocumentNumber(documentType, documentNumber, parts.calendar().dayOf(clock.now()));
    return check.ok ? check.normalised : normaliseDocumentNumber(documentNumber);
  }

  return { deny, denyExpected };
}

function checkWhy({ reason, note }: Why): void {
  if (reason === 'other' && note === null) throw refuse('FIELD_NEEDED', { field: 'note' });
}
