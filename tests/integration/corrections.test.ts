import { describe, expect, test } from 'vitest';
import { correctActivity } from '../../src/lib/server/activities/activity-corrections';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { correctBanquet } from '../../src/lib/server/banquets/banquet-corrections';
import { correctOutcome } from '../../src/lib/server/banquets/outcome-corrections';
import { recordOutcome } from '../../src/lib/server/banquets/banquet-outcomes';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import { addElder, correctElder } from '../../src/lib/server/birthdays/elders';
import { eraseElder } from '../../src/lib/server/birthdays/elder-erasures';
import { readFormer } from '../../src/lib/server/audit/former-values';
import { readRecordLife } from '../../src/lib/server/audit/record-life';
import { town, declare, banquet, hold, freshTown } from './corrected-banquet';

freshTown();

const rowsOf = async (sql: string) => (await town.ctx.db.$client.execute(sql)).rows;

describe('a correction', () => {
	test('keeps the old value, who, when and why; personal values sealed, and masked where they are shown', async () => {
		const banquetId = await declare();
		const right = { ...banquet({ hostName: '李改正', hostPhone: '13800000002', tablesPlanned: 20 }), banquetId };
		expect(await correctBanquet(town.as('zhou'), { ...right, reason: '登记时把户主认错了' })).toMatchObject({
			ok: true
		});
		const [, act] = await readRecordLife(town.ctx, { type: 'banquet', id: banquetId });
		expect(act).toMatchObject({ verb: 'correctBanquet', reason: '登记时把户主认错了', by: { kind: 'account' } });
		expect(act!.changes).toEqual([
			{ field: 'tablesPlanned', before: 30, after: 20 },
			{ field: 'hostName', before: '张*办' },
			{ field: 'hostPhone', before: '138****0001' }
		]);
		expect((await readFormer(town.ctx, banquetId)).get(right.id)).toEqual({
			hostName: '张试办',
			hostPhone: '13800000001'
		});
		const kept = JSON.stringify([
			await rowsOf('select * from former_values'),
			await rowsOf('select * from audit_entries')
		]);
		expect(kept).not.toMatch(/张试办|13800000001|李改正/);
	});

	test('of an outcome or of an entry in the work ledger says why as well', async () => {
		const banquetId = await declare();
		await recordOutcome(town.as('liu'), hold(banquetId));
		expect(await correctOutcome(town.as('liu'), { ...hold(banquetId), reason: '' })).toEqual({
			ok: false,
			refusal: 'correction-reason-missing'
		});
		await correctOutcome(town.as('liu'), { ...hold(banquetId, { tablesHeld: 18 }), reason: '少记了一顿' });
		expect((await readRecordLife(town.ctx, { type: 'banquet', id: banquetId })).at(-1)).toMatchObject({
			verb: 'correctOutcome',
			reason: '少记了一顿',
			detail: { before: { tablesHeld: 28 }, after: { tablesHeld: 18 } }
		});
		const entry = {
			id: town.ctx.newId(),
			unitId: town.units.sanxing,
			kind: 'slogan' as const,
			doneOn: '2026-02-01',
			subject: '标语',
			place: '',
			audience: '',
			quantity: 4,
			result: '',
			responsible: '王试管',
			evidence: '',
			note: ''
		};
		await recordActivity(town.as('liu'), entry);
		const right = { ...entry, id: town.ctx.newId(), activityId: entry.id, quantity: 5, responsible: '赵试管' };
		expect(await correctActivity(town.as('liu'), { ...right, reason: '数漏一幅' })).toMatchObject({ ok: true });
		expect((await readRecordLife(town.ctx, { type: 'activity', id: entry.id })).at(-1)).toMatchObject({
			reason: '数漏一幅',
			changes: [
				{ field: 'quantity', before: 4, after: 5 },
				{ field: 'responsible', before: '王试管' }
			]
		});
	});

	test('of an elder on the roll leaves nothing behind once they are erased', async () => {
		const elder = {
			id: town.ctx.newId(),
			unitId: town.units.sanxing,
			name: '孙试老',
			sex: 'female',
			phone: null,
			birth: { calendar: 'solar', on: '1948-05-01' },
			relativePhone: null,
			mobility: 'walks',
			diet: 'any',
			needsTransport: false,
			pickUpPoint: '',
			companions: 0,
			photoConsent: 'unasked'
		} as const;
		await addElder(town.as('liu'), elder);
		const right = { ...elder, id: town.ctx.newId(), elderId: elder.id, name: '孙试寿' };
		expect(await correctElder(town.as('liu'), { ...right, reason: '' })).toMatchObject({
			refusal: 'correction-reason-missing'
		});
		expect(await correctElder(town.as('liu'), { ...right, reason: '名字听错了' })).toMatchObject({ ok: true });
		// Nothing else changed: a no is kept as 0 before, and as false after.
		const [, act] = await readRecordLife(town.ctx, { type: 'elder', id: elder.id });
		expect(act!.changes.map(({ field }) => field)).toEqual(['name']);
		expect([...(await readFormer(town.ctx, elder.id)).values()]).toEqual([{ name: '孙试老' }]);
		await eraseElder(town.as('liu'), { id: town.ctx.newId(), elderId: elder.id });
		expect(await rowsOf('select * from former_values')).toEqual([]);
	});
});

describe('a household without a telephone', () => {
	test('is known by its name in its village, once an occasion and day', async () => {
		await declare({ hostPhone: null });
		expect(await declareBanquet(town.as('liu'), banquet({ hostPhone: null }))).toEqual({
			ok: false,
			refusal: 'banquet-already-recorded'
		});
		expect(await declare({ hostPhone: null, hostName: '李试办' })).toBeTruthy();
		expect(await declare({ hostPhone: null, plannedOn: '2026-01-23' })).toBeTruthy();
	});
});
