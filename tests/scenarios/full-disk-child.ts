// A process of its own, with its temporary folder on a small disk: a desk at work while the disk is full, and after.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { simulatedPrinter, until } from '../devices/printer-desk.ts';
import { MINUTE, openTestDesk } from '../support/desk.ts';
import { createFiller } from '../support/full-disk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { signaturePng } from '../support/signature-png.ts';
import { csv } from '../support/spreadsheets.ts';
import { walkIn } from '../support/visits.ts';

await using printer = await simulatedPrinter();
const { port } = printer;
await using desk = await openTestDesk({ fileLog: true, config: { printer: { host: '127.0.0.1', port } } });
const { fill, makeRoom } = createFiller(desk.folder);

async function codeOf(work: Promise<unknown>): Promise<string> {
  const { error } = await safe(work);
  if (error === null) return 'done';
  return 'code' in error ? String(error.code) : error.message;
}
const logged = (): string[] =>
  readFileSync(join(desk.folder, 'backend.log'), 'utf8').split('\n').slice(0, -1);
const somebody = (name: string) => walkIn({ name, documentType: 'none', documentNumber: null });

const api = await desk.signedIn();
const admin = await desk.signedIn('admin');
const { id: visit } = await api.visitors.register(walkIn());
await until(() => printer.jobs.length === 1);
const keys = Array.from({ length: 16 }, () => putTestKey(desk.backend));
const signature = { how: 'drawn' as const, png: signaturePng().toString('base64') };
const asked = { keyOut: true, keyIn: true, itemOut: false, itemIn: false, refund: false };
const units = Array.from({ length: 400 }, (_, row) => [`C-${1000 + row}`, 'C', '1', '商铺']);
const content = csv([['单元编号', '楼栋', '楼层', '类型'], ...units]);
const importing = { commandId: uuidv7(), content };
// What a disk can take of the log beside the database does not matter here: the log is moved into the file.
const settle = (): void => desk.backend.database.emptyLog();

// The disk fills up in the middle of a write: at every place of it, in steps of a block.
const half: string[] = [];
let inside = 1;
let lent = 0;
for (const [step, key] of keys.entries()) {
  settle();
  fill(step * 4096);
  inside += (await codeOf(api.visitors.register(somebody(`张${step}`)))) === 'done' ? 1 : 0;
  lent += (await codeOf(api.keys.lend({ ...lending([key]), signature }))) === 'done' ? 1 : 0;
  const refused = await codeOf(admin.places.runImport(importing));
  if (refused !== 'DISK_FULL') half.push(`import at ${step}: ${refused}`);
  makeRoom();
  const [visits, loans] = [await api.visitors.counts(), await api.keys.counts()];
  if (visits.onSite !== inside || loans.out !== lent) half.push(`at ${step}`);
}

settle();
fill(0);
const form = somebody('满盘');
const refused = {
  register: await codeOf(api.visitors.register(form)),
  leave: await codeOf(api.visitors.leave({ commandId: uuidv7(), visit, way: 'list' })),
  reprint: await codeOf(api.visitors.reprint({ commandId: uuidv7(), visit })),
  policy: await codeOf(admin.policies.put({ commandId: uuidv7(), key: 'signature.asked', value: asked })),
  import: await codeOf(admin.places.runImport(importing)),
  signIn: await codeOf(desk.signedIn('supervisor')),
  backup: await codeOf(allOf(await admin.data.backUp())),
};
async function allOf(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps);
}
const list = (await api.visitors.list({ view: 'onSite' })).rows.length;
const { floors } = await desk.window().api.visitors.evacuation();
const evacuation = floors.reduce((sum, { people }) => sum + people.length, 0);
const before = logged().length;
for (let turn = 0; turn < 60; turn += 1) {
  desk.clock.advance(MINUTE);
  desk.backend.care.tick();
  desk.backend.devices.queue?.wake();
  await new Promise((next) => setTimeout(next, 5));
}
const shown = list === inside && evacuation === inside;
const storm = logged().length - before;
const notices = desk.backend.care.notices().map(({ kind }) => kind);

makeRoom();
const after = {
  register: await codeOf(api.visitors.register(form)),
  again: await codeOf(api.visitors.register(form)),
  import: await codeOf(admin.places.runImport(importing)),
  backup: await codeOf(allOf(await admin.data.backUp())),
};
inside += 1;
await until(() => printer.jobs.length >= inside);
desk.backend.care.tick();
const left = desk.backend.care.notices().map(({ kind }) => kind);
const facts = {
  ...{ half, refused, shown, storm, notices, after, left },
  onSite: (await api.visitors.counts()).onSite === inside,
  printed: printer.jobs.length === inside,
  views: checkViews(desk.databasePath, desk.backend.journal.projection).outcome,
  chain: verifyJournals(desk.backend.database.db).ok,
  lostLines: logged().some((line) => line.includes('lines were lost')),
  torn: logged().filter((line) => !line.startsWith('{') || !line.endsWith('}')).length,
};
process.stdout.write(JSON.stringify(facts));
