import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { describe, expect, test } from 'vitest';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { readRecordLife } from '../../../src/lib/server/audit/record-life';
import { countDissuasions } from '../../../src/lib/server/db/banquets/dissuasion-list';
import { householdActs } from '../../../src/lib/server/db/schema/banquets/banquet-acts';
import { answerRecord } from '../../../src/lib/server/banquets/household-answers';
import { callOffOwnBanquet, correctOwnBanquet } from '../../../src/lib/server/banquets/household-corrections';
import { actAs } from '../../../src/lib/server/context';
import { town, declare, get, own, freshTown } from './declaring-household';

freshTown();

const size = (changes: object = {}) => ({
	id: town.ctx.newId(),
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 12,
	venue: '自家院坝',
	caterer: '',
	...changes
});
const callOff = (banquetId: string) => callOffOwnBanquet(town.visitor, { id: town.ctx.newId(), banquetId });

describe('a household’s own correction', () => {
	test('changes the record and keeps the old values, nothing personal, in its life', async () => {
		const banquetId = await declare();
		const changed = size({ plannedOn: '2026-03-25', venue: '李试办家' });
		const stranger = actAs(town.ctx, { kind: 'visitor' });
		for (const ctx of [stranger, town.as('liu')])
			expect(await correctOwnBanquet(ctx, { ...changed, banquetId })).toMatchObject({ refusal: 'not-your-unit' });
		expect(await callOffOwnBanquet(stranger, { id: town.ctx.newId(), banquetId })).toMatchObject({
			refusal: 'not-your-unit'
		});
		expect(await correctOwnBanquet(town.visitor, { ...changed, banquetId })).toMatchObject({ ok: true });
		expect((await get(banquetId)).banquet).toMatchObject({ tablesPlanned: 12, plannedOn: '2026-03-25' });
		const act = (await readRecordLife(town.ctx, { type: 'banquet', id: banquetId })).at(-1)!;
		expect(act).toMatchObject({ verb: 'correctOwnBanquet', by: { kind: 'visitor' } });
		expect(act.changes).toEqual([
			{ field: 'plannedOn', before: '2026-03-22', after: '2026-03-25' },
			{ field: 'tablesPlanned', before: 30, after: 12 },
			{ field: 'venue', before: '自家院坝' }
		]);
		expect((await listActsOn(town.ctx.db, { type: 'banquet', id: banquetId })).at(-1)!.detail).not.toContain('李试办');
	});

	test('is of records that a cadre found as well', async () => {
		const { hasRead: _, ...record } = own();
		const found = { origin: 'found', declaredOn: '2026-03-02', pricePerTable: null } as const;
		const answer = await declareBanquet(town.as('liu'), { ...record, ...found, isHygieneCertificateSeen: false });
		expect(await correctOwnBanquet(town.visitor, { ...size(), banquetId: record.id })).toMatchObject({ ok: true });
		expect(answer.ok && (await get(answer.banquetId)).isOwnWord).toBe(false);
	});

	test('ends with the day, or when an outcome is recorded; then the household may add an answer', async () => {
		const banquetId = await declare();
		town.clock.setDate('2026-03-23');
		const late = { ok: false, refusal: 'banquet-day-passed' };
		expect(await correctOwnBanquet(town.visitor, { ...size(), banquetId })).toEqual(late);
		expect(await callOff(banquetId)).toEqual(late);
		const held = { outcome: 'held', endedOn: '2026-03-22', tablesHeld: 30 } as const;
		await recordOutcome(town.as('liu'), { id: town.ctx.newId(), banquetId, ...held });
		expect(await callOff(banquetId)).toEqual({ ok: false, refusal: 'banquet-ended' });
		const word = { id: town.ctx.newId(), banquetId, text: '只办了十桌。' };
		expect(await answerRecord(town.visitor, word)).toMatchObject({ ok: true });
	});

	test('is refused by the database itself once it is too late', async () => {
		const banquetId = await declare();
		const act = (at: number) => ({ id: town.ctx.newId(), banquetId, kind: 'corrected' as const, at });
		const midnight = Date.UTC(2026, 2, 22, 16);
		await town.ctx.db.insert(householdActs).values(act(midnight - 1));
		const tooLate = town.ctx.db.insert(householdActs).values(act(midnight));
		await expect(tooLate).rejects.toMatchObject({ cause: { message: expect.stringContaining('banquet-day-passed') } });
	});

	test('of a day that has passed is made on the day it was declared, and no later', async () => {
		const banquetId = await declare({ plannedOn: '2026-02-19' });
		const to = (plannedOn: string) => correctOwnBanquet(town.visitor, { ...size({ plannedOn }), banquetId });
		expect(await to('2026-02-20')).toMatchObject({ ok: true });
		town.clock.setDate('2026-03-03');
		expect(await to('2026-04-19')).toEqual({ ok: false, refusal: 'banquet-day-passed' });
	});

	test('goes to a day still to come, and not onto another banquet of the same household', async () => {
		const banquetId = await declare();
		await declare({ plannedOn: '2026-04-01' });
		town.clock.setDate('2026-03-03');
		const to = (plannedOn: string) => correctOwnBanquet(town.visitor, { ...size({ plannedOn }), banquetId });
		expect(await to('2026-03-01')).toEqual({ ok: false, refusal: 'planned-long-past' });
		expect(await to('2026-04-01')).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
		expect(await correctOwnBanquet(town.visitor, { ...size(), banquetId: town.ctx.newId() })).toEqual({
			ok: false,
			refusal: 'banquet-unknown'
		});
	});
});

describe('a household that calls its banquet off', () => {
	test('cancels it by itself, which is no dissuasion', async () => {
		const banquetId = await declare();
		expect(await callOff(banquetId)).toMatchObject({ ok: true });
		expect((await get(banquetId)).outcome).toMatchObject({ outcome: 'cancelled', endedOn: '2026-03-02', byId: null });
		expect(await countDissuasions(town.ctx.db, town.units.town, {})).toBe(0);
	});

	test('does so once, and the same act again answers as the first time', async () => {
		const act = { id: town.ctx.newId(), banquetId: await declare() };
		await callOffOwnBanquet(town.visitor, act);
		expect(await callOffOwnBanquet(town.visitor, act)).toMatchObject({ ok: true });
		expect(await callOff(act.banquetId)).toEqual({ ok: false, refusal: 'banquet-ended' });
	});
});
