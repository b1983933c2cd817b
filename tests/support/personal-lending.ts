// A day of keys, things, deposits, files and imports whose every word is somebody's, and much of which goes wrong.
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, PIN, STAFF, type TestDesk } from './desk.ts';
import { uuidv7 } from './ids.ts';
import { keyForm, lending as lendingKeys, putTestKey } from './keys.ts';
import { lending, putItem, putType, UMBRELLA, WHEELCHAIR } from './loans.ts';
import { signaturePng } from './signature-png.ts';
import { csv, xlsx } from './spreadsheets.ts';
import { OTHER_RESIDENT } from './visits.ts';

/** What every text of this day has in it, and how each of its phones begins. */
export const LENT_PERSONAL: readonly string[] = ['独一', '1398765', 'Unikat', 'iVBORw0KGgo'];

const document = { documentType: 'residentId', documentNumber: OTHER_RESIDENT } as const;
const person = { kind: 'contractor', name: '欧阳独一', phone: '13987650001', company: '独一机电' } as const;
const drawn = { how: 'drawn' as const, png: signaturePng().toString('base64') };
/** The tables whose rows are refused from within, one after the other, under a command that is half done. */
const TABLES = ['borrower', 'key_loan', 'loan', 'deposit', 'attachment', 'contact', 'tenant'] as const;

type Attempt = <T>(call: Promise<T>) => Promise<T | undefined>;

/** Staff do it all, right and wrong; each refusal goes through `attempt`. */
export async function personalLendingDay(desk: TestDesk, attempt: Attempt): Promise<void> {
  const api = await desk.signedIn('supervisor');
  const admin = await desk.signedIn('admin');
  const id = () => ({ commandId: uuidv7() });
  const asked = { keyOut: true, keyIn: false, itemOut: true, itemIn: false, refund: false };
  await admin.policies.put({ ...id(), key: 'signature.asked', value: asked });
  await putPlaces(admin, desk, attempt);

  const borrower = { from: 'new', person, document } as const;
  const master = putTestKey(desk.backend, { kind: 'master', name: '独一机房', opens: '独一机房' });
  const keys = () => ({
    ...lendingKeys([master], { borrower, purpose: '独一检修', remarks: '独一备注' }),
    signature: drawn,
  });
  await attempt(api.keys.lend({ ...keys(), signature: { how: 'drawn', png: 'iVBORw0KGgo=' } }));
  const form = keys();
  const guard = await desk.signedIn('receptionist');
  await attempt(guard.keys.lend(keys()));
  const ask = {
    right: 'keys.override',
    record: master,
    reason: '独一缘由',
    commandId: form.commandId,
  } as const;
  const phone = { way: 'phone', approver: STAFF.supervisor, called: '13987650009' } as const;
  await attempt(guard.approvals.grant({ ...ask, proof: { way: 'spot', approver: '独一', pin: PIN } }));
  const now = desk.clock.now();
  const granted = await attempt(guard.approvals.grant({ ...ask, proof: { ...phone, calledAt: now } }));
  const keyLoan = await attempt(guard.keys.lend({ ...form, approval: granted?.approval ?? null }));
  const emergency = { ...ask, ...id(), proof: { way: 'emergency', witness: '独一见证人' } } as const;
  await attempt(guard.approvals.grant(emergency));
  for (const { id: approval } of await api.approvals.due()) {
    await attempt(api.approvals.decline({ ...id(), approval, pin: '000000', remark: '独一不认' }));
    await attempt(api.approvals.decline({ ...id(), approval, pin: PIN, remark: '独一不认' }));
  }
  await attempt(api.borrowers.find({ text: person.name }));
  await attempt(api.borrowers.byDocument(document));
  await attempt(api.keys.scan({ ...id(), code: person.name }));
  await attempt(api.keys.putKey(keyForm({ code: '独一码', name: '独一门', opens: '独'.repeat(999) })));

  const chairs = await putType(api, WHEELCHAIR);
  const chair = await putItem(api, chairs, 'LY-001');
  const umbrellas = await putType(api, { ...UMBRELLA, tracking: 'count' });
  await api.loans.setStock({ ...id(), type: umbrellas, desk: 'L1', total: 9 });
  const deposit = { how: 'paid', amountFen: 50_000, method: 'wechat', reference: 'Unikat4200' } as const;
  const known = { from: 'new', person: { ...person, kind: 'walkIn', phone: '13987650004' } } as const;
  const thing = () => ({
    ...lending([{ type: chairs, item: chair }], { borrower: known, deposit, remarks: '独一用途' }),
    signature: drawn,
  });
  await attempt(api.loans.lend({ ...thing(), borrower: { ...known, person } }));
  await attempt(api.loans.lend({ ...thing(), deposit: { ...deposit, amountFen: -1 } }));
  const lent = await attempt(api.loans.lend(thing()));
  await attempt(api.loans.lend(thing()));
  const loan = lent?.id ?? 0;
  desk.clock.advance(5 * HOUR);
  const call = { target: 0, result: 'noAnswer', promisedAt: null, nextAt: null, note: '独一电话' } as const;
  await attempt(api.loans.followUp({ ...id(), loan, ...call }));
  await attempt(api.keys.followUp({ ...id(), loan: keyLoan?.id ?? 0, ...call, target: 40 }));
  await attempt(api.loans.lose({ ...id(), loan, line: 0, count: 1, note: '独一遗失' }));
  const settle = () => ({
    ...{ ...id(), deposit: lent?.deposit?.id ?? 0, signature: drawn },
    deductions: [{ kind: 'loss' as const, what: '独一轮椅', amountFen: 60_000 }],
    proof: { how: 'proxy' as const, name: '独一代领', phone: '13987650005' },
  });
  await attempt(api.loans.settle(settle()));
  await attempt(api.loans.settle({ ...settle(), acceptShortfall: true }));
  await attempt(api.loans.handIn({ ...id(), method: 'cash', amountFen: 999, receiver: '独一财务' }));
  await attempt(
    api.loans.returnStray({
      ...{ ...id(), type: umbrellas, item: null, count: 1, condition: 'ok', remarks: '独一拾到' },
    }),
  );

  const { connection } = desk.backend.database.db;
  for (const [at, table] of TABLES.entries()) {
    const newcomer = (tens: number) =>
      ({ from: 'new', person: { ...person, phone: `139876501${tens}${at}` } }) as const;
    const key = putTestKey(desk.backend, { hook: `${at + 10}` });
    for (const act of ['INSERT', 'UPDATE']) {
      const blurt = `BEFORE ${act} ON ${table} BEGIN SELECT raise(abort, '独一'); END`;
      connection.exec(`CREATE TRIGGER blurts_${table}_${act} ${blurt}`);
    }
    await attempt(api.keys.lend({ ...lendingKeys([key], { borrower: newcomer(1) }), signature: drawn }));
    const pay = { deposit: { ...deposit, amountFen: 100 }, signature: drawn, borrower: newcomer(2) };
    await attempt(api.loans.lend(lending([{ type: umbrellas, count: 1 }], pay)));
    if (table === 'contact' || table === 'tenant') await putPlaces(admin, desk, attempt);
    for (const act of ['INSERT', 'UPDATE']) connection.exec(`DROP TRIGGER blurts_${table}_${act}`);
  }
}

/** Somebody of the staff, a contact, and a building in a spreadsheet with things in it that cannot be. */
async function putPlaces(api: ApiClient, desk: TestDesk, attempt: Attempt): Promise<void> {
  const { tenant, unit } = desk.places;
  const contact = { name: '独一联系人', phone: '13987650007', pinyin: null, tenant, unit };
  const form = { ...contact, authorises: ['keys' as const], active: true };
  await attempt(api.places.putContact({ ...form, commandId: uuidv7(), record: null, revision: null }));
  await attempt(api.places.putContact({ ...form, commandId: uuidv7(), record: 1, revision: 1 }));
  const header = ['单元编号', '楼栋', '楼层', '房号', '类型', '业户名称', '联系人', '联系人电话', '可授权'];
  const row = ['B-0101', 'B', '1', '0101', '商铺', '独一咖啡', '独一店长', '13987650008', '钥匙'];
  const wrong = ['B-0102', 'B', '独一层', '0102', '独一类', '独一书店', '独一', '独一电话', '独一'];
  for (const content of [
    csv([header, row]),
    xlsx([header, row, wrong]),
    csv([[...header, '独一列'], wrong]),
  ]) {
    await attempt(api.places.previewImport({ content }));
    await attempt(api.places.runImport({ content, commandId: uuidv7() }));
    await attempt(api.keys.previewImport({ content }));
  }
  await attempt(
    api.places.runImport({ content: Buffer.from('独一'.repeat(99)).toString('base64'), commandId: uuidv7() }),
  );
}
