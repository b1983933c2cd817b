// A card on the reader and a form half typed: empty fields are filled, typed ones stay and are asked about.
import { describe, expect, test } from 'vitest';
import type { CardReading } from '../../../electron/api/identity.ts';
import { acceptFromCard, mergeCard } from './card-merge.ts';
import { emptyValues, toVisitorForm } from './visitor-values.ts';

const card: CardReading = {
  documentType: 'residentId',
  name: '宋予安',
  englishName: null,
  sex: 'female',
  birthDate: '1990-03-07',
  address: '虚构市样例路1号',
  number: '11010119900307002X',
  nationality: null,
  validTo: '2036-01-01',
  expired: false,
  nameFlag: null,
  visit: null,
};

describe('a card arrives', () => {
  test('an empty form takes name, number, kind and validity, and nothing that is only for comparison', () => {
    const { values, conflicts } = mergeCard(emptyValues, card);
    expect(conflicts).toEqual([]);
    expect(values).toEqual({
      name: '宋予安',
      documentType: 'residentId',
      documentNumber: '11010119900307002X',
      documentEnd: '2036-01-01',
      nationality: '',
    });
  });

  test('a typed name stays and the card is asked about beside it', () => {
    const typed = { ...emptyValues, name: '宋', company: '云杉科技' };
    const { values, conflicts } = mergeCard(typed, card);
    expect(values.name).toBeUndefined();
    expect(values.documentNumber).toBe(card.number);
    expect(conflicts).toEqual([{ field: 'name', value: '宋予安' }]);
    expect({ ...typed, ...values }.company).toBe('云杉科技');
    expect(acceptFromCard(typed, card, 'name')).toEqual({ name: '宋予安' });
  });

  test('a typed number stays, with the kind of document it was typed for', () => {
    const typed = { ...emptyValues, documentType: 'passport' as const, documentNumber: 'E00000000' };
    const { values, conflicts } = mergeCard(typed, card);
    expect(values).toEqual({ name: '宋予安' });
    expect(conflicts).toEqual([{ field: 'documentNumber', value: card.number }]);
  });

  test('a card of somebody else than who was announced fills in no number', () => {
    const booked = { ...emptyValues, name: '章台柳', hostName: '何静' };
    const otherName = mergeCard(booked, card, { visit: 7, numberOnFile: false });
    expect(otherName.values).toEqual({});
    expect(otherName.conflicts).toEqual([
      { field: 'name', value: '宋予安' },
      { field: 'documentNumber', value: card.number },
    ]);
    const otherNumber = mergeCard({ ...booked, name: '宋予安' }, card, { visit: 7, numberOnFile: true });
    expect(otherNumber.conflicts).toEqual([{ field: 'documentNumber', value: card.number }]);
  });

  test('the card of who was announced fills in its number, also where the name was written otherwise', () => {
    const booked = { ...emptyValues, name: '小宋', hostName: '何静' };
    const theirs = { ...card, visit: { id: 7, state: 'expected' as const } };
    const { values, conflicts } = mergeCard(booked, theirs, { visit: 7, numberOnFile: true });
    expect(values.documentNumber).toBe(card.number);
    expect(conflicts).toEqual([{ field: 'name', value: '宋予安' }]);
    const unnumbered = { ...emptyValues, name: '宋予安' };
    expect(mergeCard(unnumbered, card, { visit: 7, numberOnFile: false }).conflicts).toEqual([]);
  });

  test('the same card again changes nothing', () => {
    const once = { ...emptyValues, ...mergeCard(emptyValues, card).values };
    expect({ ...once, ...mergeCard(once, card).values }).toEqual(once);
  });
});

describe('what is sent', () => {
  test('says how each value came in and that the card was read', () => {
    const values = { ...emptyValues, ...mergeCard(emptyValues, card).values, company: '云杉科技' };
    const sent = toVisitorForm(values, emptyValues, card);
    expect(sent.verifiedBy).toBe('card');
    expect(sent.origins).toEqual({ name: 'card', documentNumber: 'card', company: 'typed' });
  });

  test('a number changed by hand after the card was read is no longer the card’s', () => {
    const values = { ...emptyValues, ...mergeCard(emptyValues, card).values, documentNumber: '110101' };
    expect(toVisitorForm(values, emptyValues, card)).toMatchObject({
      verifiedBy: 'document',
      origins: { documentNumber: 'typed' },
    });
  });

  test('a name and a host alone are a visit that the host vouches for', () => {
    const base = { ...emptyValues, name: '宋予安', hostName: '何静' };
    const sent = toVisitorForm(base, base, null);
    expect(sent).toMatchObject({ documentType: 'none', verifiedBy: 'hostVouched' });
    expect(sent.origins).toEqual({ name: 'carriedOver', hostName: 'carriedOver' });
  });
});
