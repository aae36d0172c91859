import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { listRefusals } from '../../../src/lib/server/db/ledgers/import-progress';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { openDatabase } from '../../../src/lib/server/db/client';
import { createWriter } from '../../../src/lib/server/db/writer';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { workOn, workOnAll } from '../../../src/lib/server/ledgers/work-on';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { declareAs } from '../banquets/new-banquet';
import { accountOf, bring, textFile } from './import-files';
import { act, countOf, freshTown, town } from './imported-ledger';

freshTown();

const many = 300;
const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;
const dayOf = (nth: number) => addDays('2024-01-01', nth);
const ledger = textFile([
	['2024年三星村宴席台账'],
	['户主', '事由', '日期', '桌数'],
	...Array.from({ length: many }, (_, nth) => [nameOf(nth), '婚宴', dayOf(nth).replaceAll('-', '.'), '12']),
	['合计', '', '', '3600']
]);

const inLedger = () => countOf('select count(*) as c from banquets where is_removed = 0');
const entriesOf = (verb: string) => countOf(`select count(*) as c from audit_entries where verb = '${verb}'`);
const begin = async () => {
	const importId = await bring(town.as('liu'), 'banquets', ledger);
	expect(await landImport(town.as('liu'), { id: act(), importId })).toEqual({ ok: true });
	return importId;
};
const undo = (importId: string, keepsWorkedOn = false) =>
	undoImport(town.as('liu'), { id: act(), importId, reason: '传错了', keepsWorkedOn });

/** A process that ends after so many slices. */
const cutAfter = (slices: number): Context => {
	const ctx = town.as('liu');
	let left = slices;
	return {
		...ctx,
		writer: {
			...ctx.writer,
			goOn: (...slice) => (left-- > 0 ? ctx.writer.goOn(...slice) : Promise.reject(new Error('cut off')))
		}
	};
};

/** The same as another cadre records by hand. */
const declareSame = (nth: number) =>
	declareAs('liu', town, {
		hostName: nameOf(nth),
		hostPhone: null,
		occasion: 'wedding',
		declaredOn: dayOf(nth),
		plannedOn: dayOf(nth)
	});

describe('a long file', () => {
	test('is written slice by slice, goes on where it was cut off, also in another process, and is one act', async () => {
		const importId = await begin();
		expect(await inLedger(), 'the first slice comes with the act').toBe(50);
		await expect(workOn(cutAfter(2), importId)).rejects.toThrow('cut off');
		const soFar = await inLedger();
		expect(soFar).toBeGreaterThan(50);
		expect(soFar).toBeLessThan(many);
		expect(await countOf('select count(*) as c from import_records'), 'each knows its import').toBe(soFar);
		await workOnAll(town.ctx);
		expect(await inLedger()).toBe(many);
		expect(await countOf('select count(distinct at || by_id) as c from banquets')).toBe(1);
		expect(await entriesOf('landImport')).toBe(1);
		expect(await findImport(town.ctx.db, importId)).toMatchObject({ progress: null, landing: { records: many } });
		const left = "select count(*) as c from import_rows where record is not null or text_sealed <> 'erased'";
		expect(await countOf(left), 'no text is left').toBe(0);
		expect(await countOf('select count(*) as c from acting where act_id is null')).toBe(1);
	});

	test('is written and undone once by two processes at the same time', async () => {
		const other = await openDatabase(town.url);
		const beside: Context = { ...town.as('liu'), db: other, writer: createWriter(other) };
		const importId = await begin();
		await Promise.all([workOn(town.as('liu'), importId), workOn(beside, importId)]);
		expect(await inLedger()).toBe(many);
		await undo(importId);
		await Promise.all([workOn(town.as('liu'), importId), workOn(beside, importId)]);
		expect(await inLedger()).toBe(0);
		expect((await findImport(town.ctx.db, importId))!.undo).toMatchObject({ removed: many, kept: 0 });
		await other.$client.close();
	});

	test('of which one line is refused is not written at all, wherever that line stands', async () => {
		const importId = await bring(town.as('liu'), 'banquets', ledger);
		await declareSame(many - 1);
		expect(await landImport(town.as('liu'), { id: act(), importId })).toEqual({
			ok: false,
			refusal: 'import-outdated'
		});
		expect(await inLedger()).toBe(1);
		expect(await entriesOf('landImport')).toBe(0);
		expect(await findImport(town.ctx.db, importId)).toMatchObject({ progress: null, landing: null });
		await readOn(town.as('liu'), importId);
		expect(await accountOf(town.ctx, importId)).toEqual({ all: many + 1, new: many - 1, doubtful: 1, skipped: 1 });
	});

	test('of which a line is refused while it is being written says which and why, and has the others', async () => {
		const importId = await begin();
		const [first, last] = [await declareSame(170), await declareSame(many - 1)];
		await workOn(town.as('liu'), importId);
		expect(await inLedger()).toBe(many);
		const refusal = 'import-line-outdated';
		expect(await listRefusals(town.ctx.db, importId, 9)).toEqual([
			{ nth: 173, refusal },
			{ nth: many + 2, refusal }
		]);
		expect(await findImport(town.ctx.db, importId)).toMatchObject({ progress: null, refused: 2 });
		await undo(importId);
		await workOn(town.as('liu'), importId);
		expect(
			await countOf(`select count(*) as c from banquets where id in ('${first}', '${last}') and is_removed = 0`)
		).toBe(2);
		expect((await findImport(town.ctx.db, importId))!.undo).toMatchObject({ removed: many - 2, kept: 0 });
	});

	test('is not undone before it is written as a whole', async () => {
		const importId = await begin();
		expect(await undo(importId)).toEqual({ ok: false, refusal: 'import-under-way' });
		const insert = `insert into import_undos values ('${importId}', 'x', 0, 0, 1, null)`;
		await expect(town.ctx.db.$client.execute(insert)).rejects.toThrow('refusal:import-not-landed');
		await workOn(town.as('liu'), importId);
		expect(await undo(importId)).toEqual({ ok: true });
	});

	test('is undone slice by slice, and what is worked on meanwhile is kept', async () => {
		const importId = await begin();
		await workOn(town.as('liu'), importId);
		expect(await undo(importId)).toEqual({ ok: true });
		await expect(workOn(cutAfter(1), importId)).rejects.toThrow('cut off');
		const { rows } = await town.ctx.db.$client.execute('select id from banquets where is_removed = 0 order by id desc');
		expect(rows.length).toBeLessThan(many);
		const banquetId = String(rows[0]!.id);
		const ended = { id: act(), banquetId, outcome: 'cancelled' as const, endedOn: dayOf(1), tablesHeld: 0 };
		expect(await recordOutcome(town.as('liu'), ended)).toMatchObject({ ok: true });
		expect(await undo(importId), 'pressed again').toEqual({ ok: false, refusal: 'import-under-way' });
		await workOn(town.as('liu'), importId);
		expect(await inLedger()).toBe(1);
		expect((await findBanquet(town.ctx.db, banquetId))!.removal).toBeNull();
		expect((await findImport(town.ctx.db, importId))!.undo).toMatchObject({ removed: many - 1, kept: 1 });
		expect(await entriesOf('undoImport')).toBe(1);
		expect(await countOf('select count(distinct at || by_id || reason) as c from banquet_removals')).toBe(1);
	});

	test('lets no period be closed before it is written, and all that it adds to a closed one is noted as its act', async () => {
		const importId = await begin();
		const close = () => closePeriod(town.as('zhou'), { ...closing, id: act(), snapshotId: act() });
		const closing = { unitId: town.units.town, span: '2024', definitions: figureDefinitions };
		expect(await close()).toEqual({ ok: false, refusal: 'records-moved-on' });
		await workOn(town.as('liu'), importId);
		expect(await close()).toEqual({ ok: true });
		await undo(importId);
		await workOn(town.as('liu'), importId);
		const late =
			"select count(*) as c from late_records join audit_entries e on e.id = act_id and e.verb = 'undoImport'";
		expect(await countOf(late)).toBe(many);
		expect((await verifyTown(town.ctx.db)).filter(isBad)).toEqual([]);
	});
});
