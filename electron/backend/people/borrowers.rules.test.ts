// Who may be put down as a borrower.
import { expect, test } from 'vitest';
import { canBeCalled, fromLine, knownAs, soundDocument } from './borrowers.rules.ts';

test('a number can be called from seven digits on, whatever stands between them', () => {
  for (const phone of ['13900000001', '139 0000 0001', '8888-0001', '１３９００００００００１']) {
    expect(canBeCalled(phone)).toBe(true);
  }
  for (const phone of ['123456', '无', '1390']) expect(canBeCalled(phone)).toBe(false);
});

test('a document is written down as the standard has it, or refused', () => {
  const shown = { documentType: 'residentId', documentNumber: '11010519491231002x' } as const;
  expect(soundDocument(shown, '2026-11-21')).toEqual({ type: 'residentId', number: '11010519491231002X' });
  expect(soundDocument({ ...shown, documentNumber: '110105194912310021' }, '2026-11-21')).toBeNull();
  expect(soundDocument({ documentType: 'none', documentNumber: '' }, '2026-11-21')).toBeNull();
});

test('whoever has the same phone or document is named; nobody is taken for themselves', () => {
  const on = { phone: [{ id: 5 }], document: [{ id: 6 }] };
  expect(knownAs(null, on)).toEqual({ field: 'phone', borrower: 5 });
  expect(knownAs(5, on)).toEqual({ field: 'documentNumber', borrower: 6 });
  expect(knownAs(6, { ...on, phone: [] })).toBeNull();
});

test('one line says company and place, each once, and nothing where nothing is known', () => {
  expect(fromLine('恒远', 'A-1203 恒远')).toBe('恒远 · A-1203 恒远');
  expect(fromLine('恒远', '恒远')).toBe('恒远');
  expect(fromLine(null, null)).toBeNull();
});
