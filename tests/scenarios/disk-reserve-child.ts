// A process of its own, with its temporary folder on a small disk: a desk that held room back, while the disk is full.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { RESERVE_BYTES, RESERVE_FILE } from '../../electron/backend/backup/disk-reserve.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { until } from '../devices/printer-desk.ts';
import { MINUTE, openTestDesk } from '../support/desk.ts';
import { createFiller } from '../support/full-disk.ts';
import { csv } from '../support/spreadsheets.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { walkIn } from '../support/visits.ts';

await using desk = await openTestDesk({ fileLog: true });
const { fill, makeRoom } = createFiller(desk.folder);
const held = (): number => statSync(join(desk.folder, RESERVE_FILE), { throwIfNoEntry: false })?.size ?? 0;
const low = () => desk.backend.care.notices().filter(({ kind }) => kind === 'diskLow');
function minute(): void {
  desk.clock.advance(MINUTE);
  desk.backend.care.tick();
  desk.backend.timePassed();
}
async function codeOf(work: Promise<unknown>): Promise<string> {
  const { error } = await safe(work);
  if (error === null) return 'done';
  return 'code' in error ? String(error.code) : error.message;
}

minute();
await until(() => held() === RESERVE_BYTES);
const api = await desk.signedIn();
const admin = await desk.signedIn('admin');
const key = putTestKey(desk.backend);
await api.keys.lend(lending([key]));
const { tag } = await api.keys.key({ key });

desk.backend.database.emptyLog();
fill(0);
// What is done a second time, once there is room, has seen nothing of the first.
const { did: scanned } = await api.keys.scan({ commandId: uuidv7(), code: tag });
const somebody = (nth: number) => walkIn({ name: `张${nth}`, documentType: 'none', documentNumber: null });
const first = await codeOf(api.visitors.register(somebody(0)));
const heard = { scanned, first, low: low(), held: held() };
// The head is noted from the room that was given up.
minute();
const noted = desk.backend.care.notices().every(({ kind }) => kind !== 'headNotNoted');
let more = 0;
for (let nth = 1; nth <= 300; nth += 1) {
  more += (await codeOf(api.visitors.register(somebody(nth)))) === 'done' ? 1 : 0;
}
const units = Array.from({ length: 400 }, (_, row) => [`C-${1000 + row}`, 'C', '1', '商铺']);
const content = csv([['单元编号', '楼栋', '楼层', '类型'], ...units]);
const imported = await codeOf(admin.places.runImport({ commandId: uuidv7(), content }));

// Somebody takes the last room as well.
desk.backend.database.emptyLog();
fill(0);
const { api: late } = desk.window();
const STAFF = '3003';
const wrong: string[] = [];
for (let tries = 0; tries < 3; tries += 1) {
  wrong.push(await codeOf(late.people.signIn({ number: STAFF, pin: '000000' })));
}
desk.clock.advance(MINUTE);
const signedIn = await late.people.signIn({ number: STAFF, pin: '135792' });
minute();
const lastRoom = {
  wrong,
  shift: signedIn.shift?.number,
  register: await codeOf(late.visitors.register(somebody(1000))),
  found: (await late.visitors.list({ view: 'onSite' })).rows.length > 0,
  low: low(),
};
const guard = signedIn.id;
const onDuty = (): boolean =>
  desk.backend.database.db.connection
    .prepare('SELECT count(*) FROM shift WHERE on_duty LIKE ?')
    .pluck()
    .get(`%${guard}%`) === 1;
const dutyMeanwhile = onDuty();
const token = signedIn.resumeToken;
await late.people.signOut({});
const resumed = await late.people.resume({ token });
await late.people.signIn({ number: STAFF, pin: '135792' });

makeRoom();
minute();
await until(() => held() === RESERVE_BYTES);
const roomy = low();
const written = onDuty();

// The disk is full when the computer is switched on.
await desk.backend.close();
fill(0);
await desk.restart();
const again = await desk.signedIn();
const nextDay = { low: low(), first: await codeOf(again.visitors.register(somebody(2000))) };
const facts = {
  ...{ heard, noted, more, imported, lastRoom, dutyMeanwhile, resumed },
  ...{ roomy, written, nextDay, onSite: (await again.visitors.counts()).onSite },
  views: checkViews(desk.databasePath, desk.backend.journal.projection).outcome,
};
process.stdout.write(JSON.stringify(facts));
