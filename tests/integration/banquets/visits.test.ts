import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { declareBanquet, recordOutcome } from '../../../src/lib/server/banquets/banquets';
import { findHygieneNotice } from '../../../src/lib/server/db/banquets/banquet-acts';
import { findDissuasionOfBanquet } from '../../../src/lib/server/db/banquets/dissuasions';
import { confirmDissuasion, correctDissuasion, recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { handOverHygieneNotice } from '../../../src/lib/server/banquets/hygiene-notices';
import { correctVisit, readVisits, recordVisit } from '../../../src/lib/server/banquets/visits';
import type { CastName } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let banquetId: string;
beforeEach(async () => {
	town = await openTestTown();
	town.clock.setDate('2026-03-10');
	const declared = await declareBanquet(town.as('liu'), {
		id: town.ctx.newId(),
		origin: 'declared',
		occasion: 'school',
		unitId: town.units.sanxing,
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: '2026-03-01',
		plannedOn: '2026-03-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: null,
		venue: '',
		caterer: '',
		isHygieneCertificateSeen: false
	});
	if (!declared.ok) throw new Error(declared.refusal);
	({ banquetId } = declared);
});
afterEach(() => town.close());

const visit = (name: CastName, wentOn: string, note = '') =>
	recordVisit(town.as(name), { id: town.ctx.newId(), banquetId, wentOn, note });
const dissuade = (wentOn: string, outcome: 'cancelled' | 'reduced' = 'cancelled') =>
	recordDissuasion(town.as('liu'), { id: town.ctx.newId(), banquetId, wentOn, outcome, note: '' });
const found = async () => (await findDissuasionOfBanquet(town.ctx.db, banquetId))!;
const confirm = async () =>
	confirmDissuasion(town.as('zhou'), { id: town.ctx.newId(), dissuasionId: (await found()).dissuasion.id });

describe('visits', () => {
	test('have a row each: who went, when, and what was said, sealed', async () => {
		await visit('liu', '2026-03-05', '想热闹一下。');
		await visit('zhou', '2026-03-08');
		expect(await readVisits(town.ctx, banquetId)).toMatchObject([
			{ wentOn: '2026-03-05', by: '刘测试', note: '想热闹一下。' },
			{ wentOn: '2026-03-08', by: '周测试', note: '' }
		]);
		const { rows } = await town.ctx.db.$client.execute(
			"select v.note_sealed, a.detail from banquet_visits v, audit_entries a where a.verb = 'recordVisit'"
		);
		expect(JSON.stringify(rows)).not.toContain('热闹');
	});

	test('are counted by the dissuasion from their rows, the one that brought the result among them', async () => {
		await visit('liu', '2026-03-05');
		await visit('zhou', '2026-03-08');
		await dissuade('2026-03-09');
		expect((await found()).dissuasion).toMatchObject({ visits: 3, wentOn: '2026-03-09' });
		expect(await readVisits(town.ctx, banquetId)).toHaveLength(3);
	});

	test('of the same person on the same day are one, also when it brought the result', async () => {
		await visit('liu', '2026-03-09', '答应不办了。');
		expect(await visit('liu', '2026-03-09')).toEqual({ ok: false, refusal: 'visit-already-recorded' });
		await dissuade('2026-03-09');
		expect((await found()).dissuasion).toMatchObject({ visits: 1 });
		expect(await readVisits(town.ctx, banquetId)).toMatchObject([{ note: '答应不办了。' }]);
	});

	test('added later are counted; an earlier one leaves the second person’s word, a later one asks for it again', async () => {
		await dissuade('2026-03-08', 'reduced');
		await confirm();
		await visit('liu', '2026-03-05');
		expect(await found()).toMatchObject({
			dissuasion: { visits: 2, wentOn: '2026-03-08' },
			confirmedAt: expect.any(Number)
		});
		await visit('liu', '2026-03-10');
		expect(await found()).toMatchObject({ dissuasion: { visits: 3, wentOn: '2026-03-10' }, confirmedAt: null });
	});

	test('are of a banquet still intended, not after its day, and not of a day to come', async () => {
		expect(await visit('liu', '2026-03-11')).toEqual({ ok: false, refusal: 'date-in-future' });
		town.clock.setDate('2026-03-25');
		expect(await visit('liu', '2026-03-23')).toEqual({ ok: false, refusal: 'went-after-banquet' });
		const held = { outcome: 'held', endedOn: '2026-03-22', tablesHeld: 30 } as const;
		await recordOutcome(town.as('liu'), { id: town.ctx.newId(), banquetId, ...held });
		expect(await visit('liu', '2026-03-20')).toEqual({ ok: false, refusal: 'banquet-already-held' });
	});

	test('are recorded by the staff of the village', async () => {
		for (const name of ['he', 'tang', 'mei'] as const) {
			expect(await visit(name, '2026-03-09')).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		const stranger = { id: town.ctx.newId(), banquetId, wentOn: '2026-03-09', note: '' };
		expect(await recordVisit(town.visitor, stranger)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});

describe('a visit put right', () => {
	const correct = async (name: CastName, nth: number, wentOn: string) =>
		correctVisit(town.as(name), {
			reason: '写错了',
			id: town.ctx.newId(),
			visitId: (await readVisits(town.ctx, banquetId))[nth]!.id,
			wentOn,
			note: '改过'
		});

	test('moves the dissuasion’s day with it, and the second person is asked again; the old day stays in the trail', async () => {
		await visit('liu', '2026-03-05');
		await dissuade('2026-03-09');
		await confirm();
		expect(await correct('liu', 1, '2026-03-07')).toMatchObject({ ok: true });
		expect(await found()).toMatchObject({ dissuasion: { visits: 2, wentOn: '2026-03-07' }, confirmedAt: null });
		const { rows } = await town.ctx.db.$client.execute("select detail from audit_entries where verb = 'correctVisit'");
		expect(JSON.parse(String(rows[0]!.detail))).toMatchObject({
			before: { wentOn: '2026-03-09' },
			after: { wentOn: '2026-03-07' }
		});
	});

	test('is refused as a new one would be, and for other units', async () => {
		await visit('liu', '2026-03-05');
		await visit('liu', '2026-03-06');
		expect(await correct('he', 0, '2026-03-07')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await correct('liu', 0, '2026-03-06')).toEqual({ ok: false, refusal: 'visit-already-recorded' });
		expect(await correct('liu', 0, '2026-03-11')).toEqual({ ok: false, refusal: 'date-in-future' });
		const unknown = { id: town.ctx.newId(), visitId: town.ctx.newId(), wentOn: '2026-03-05', note: '' };
		expect(await correctVisit(town.as('liu'), { ...unknown, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'visit-unknown'
		});
	});

	test('also goes with a correction of the dissuasion, whose day is that of the last visit', async () => {
		await visit('liu', '2026-03-05');
		await dissuade('2026-03-09');
		const dissuasionId = (await found()).dissuasion.id;
		const right = { id: town.ctx.newId(), dissuasionId, wentOn: '2026-03-08', outcome: 'cancelled', note: '' } as const;
		expect(await correctDissuasion(town.as('zhou'), { ...right, reason: '写错了' })).toMatchObject({ ok: true });
		expect((await found()).dissuasion).toMatchObject({ visits: 2, wentOn: '2026-03-08' });
		expect((await readVisits(town.ctx, banquetId)).map(({ wentOn }) => wentOn)).toEqual(['2026-03-05', '2026-03-08']);
	});
});

describe('the hygiene notice', () => {
	const give = (name: CastName) => handOverHygieneNotice(town.as(name), { id: town.ctx.newId(), banquetId });

	test('is handed over once, by the staff of the village, with who and when', async () => {
		expect(await findHygieneNotice(town.ctx.db, banquetId)).toBeNull();
		for (const name of ['he', 'tang'] as const) {
			expect(await give(name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await give('liu')).toMatchObject({ ok: true });
		town.clock.advance(1000);
		expect(await give('zhou')).toMatchObject({ ok: true });
		expect(await findHygieneNotice(town.ctx.db, banquetId)).toMatchObject({
			at: town.ctx.now() - 1000,
			by: { id: town.accounts.liu.id }
		});
	});
});
