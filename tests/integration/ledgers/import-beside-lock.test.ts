import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { updateAllUnread } from '../../../src/lib/server/db/ledgers/import-rows';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { continueImport } from '../../../src/lib/server/ledgers/continue-import';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { workOn } from '../../../src/lib/server/ledgers/work-on';
import { accountOf, bring, textFile } from './import-files';
import { act, countOf, freshTown, town } from './imported-ledger';

freshTown();

const many = 300;
/** Longer than an act waits for the lock. Milliseconds. */
const heldMs = 7000;

const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;
const bringYear = (year: number) => {
	const lines = Array.from({ length: many }, (_, nth) => [
		nameOf(nth),
		'婚宴',
		addDays(`${year}-01-01`, nth).replaceAll('-', '.'),
		'12'
	]);
	return bring(
		town.as('liu'),
		'banquets',
		textFile([[`${year}年三星村宴席台账`], ['户主', '事由', '日期', '桌数'], ...lines])
	);
};

/** Does `work` while another process holds the lock of the database file. */
async function besideLock<T>(work: () => Promise<T>): Promise<T> {
	const holder = fork('tests/integration/hold-lock.js', [fileURLToPath(town.url), String(heldMs)]);
	await once(holder, 'message');
	const ended = once(holder, 'exit');
	const done = await work();
	await ended;
	return done;
}

test('what is being written, undone and read goes on by itself when another process lets the database go', async () => {
	const liu = town.as('liu');
	const [written, undone, read] = [await bringYear(2023), await bringYear(2024), await bringYear(2025)];
	expect(await landImport(liu, { id: act(), importId: undone })).toEqual({ ok: true });
	await workOn(liu, undone);
	expect(await landImport(liu, { id: act(), importId: written })).toEqual({ ok: true });
	const undo = { id: act(), importId: undone, reason: '传错了', keepsWorkedOn: false };
	expect(await undoImport(liu, undo)).toEqual({ ok: true });
	const account = await accountOf(liu, read);
	await liu.db.batch(updateAllUnread(liu.db, read));
	const began = performance.now();
	await besideLock(async () => {
		await continueImport(liu, written);
		expect(performance.now() - began, 'no one waits for it').toBeLessThan(heldMs / 2);
		await Promise.all([workOn(liu, written), workOn(liu, undone), readOn(liu, read)]);
	});
	expect(performance.now() - began).toBeGreaterThan(heldMs * 0.9);
	expect(await countOf('select count(*) as c from banquets where is_removed = 0')).toBe(many);
	expect(await findImport(liu.db, written)).toMatchObject({ progress: null, landing: { records: many } });
	expect(await findImport(liu.db, undone)).toMatchObject({ progress: null, undo: { removed: many, kept: 0 } });
	expect(await accountOf(liu, read)).toEqual(account);
});
