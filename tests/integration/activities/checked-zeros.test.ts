import { describe, expect, test } from 'vitest';
import { countByMonth } from '../../../src/lib/server/db/activities/activity-counts';
import { findActivity } from '../../../src/lib/server/db/activities/activities';
import { listCheckedZeros } from '../../../src/lib/server/db/activities/checked-zeros';
import { correctActivity, removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import type { TestUnit } from '../cast';
import { meeting, zero, town, newId, freshTown } from './activity-town';

freshTown();

const complaint = (doneOn: string, unit?: TestUnit) =>
	meeting({ kind: 'complaint', doneOn, subject: '反映大操大办' }, unit);

describe('a checked zero', () => {
	test('is an entry of its own, dated today, one a unit and month', async () => {
		const command = zero('2026-02');
		expect(await recordCheckedZero(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		expect((await findActivity(town.ctx.db, command.id))?.activity).toMatchObject({
			kind: 'checked-zero',
			zeroKind: 'complaint',
			zeroMonth: '2026-02',
			quantity: 0,
			doneOn: '2026-03-02'
		});
		expect(await recordCheckedZero(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		const again = await recordCheckedZero(town.as('liu'), zero('2026-02'));
		expect(again).toEqual({ ok: false, refusal: 'month-already-checked' });
		expect(await recordCheckedZero(town.as('liu'), zero('2026-01'))).toMatchObject({ ok: true });
	});

	test('waits for the month’s last day', async () => {
		const refusal = { ok: false, refusal: 'month-not-over' };
		expect(await recordCheckedZero(town.as('liu'), zero('2026-03'))).toEqual(refusal);
		town.clock.setDate('2026-03-31');
		expect(await recordCheckedZero(town.as('liu'), zero('2026-03'))).toMatchObject({ ok: true });
	});

	test('is refused where the month has an entry, also one of a unit below', async () => {
		await recordActivity(town.as('zhou'), complaint('2026-02-10', 'sanxingGroup1'));
		const refusal = { ok: false, refusal: 'month-has-records' };
		expect(await recordCheckedZero(town.as('liu'), zero('2026-02'))).toEqual(refusal);
		expect(await recordCheckedZero(town.as('zhou'), zero('2026-02', 'town'))).toEqual(refusal);
		expect(await recordCheckedZero(town.as('he'), zero('2026-02', 'hesha'))).toMatchObject({ ok: true });
	});

	test('and an entry sent at the same moment: one of the two is refused, in either order', async () => {
		const answers = await Promise.all([
			recordCheckedZero(town.as('liu'), zero('2026-02')),
			recordActivity(town.as('liu'), complaint('2026-02-10', 'sanxingGroup1'))
		]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	});

	test('keeps such an entry out of its month until it is struck out', async () => {
		const checked = zero('2026-02', 'town');
		await recordCheckedZero(town.as('zhou'), checked);
		const refusal = { ok: false, refusal: 'month-checked-zero' };
		expect(await recordActivity(town.as('liu'), complaint('2026-02-10'))).toEqual(refusal);
		const other = meeting({ doneOn: '2026-02-10' });
		expect(await recordActivity(town.as('liu'), other)).toMatchObject({ ok: true });
		const turned = { ...other, id: newId(), activityId: other.id, kind: 'complaint' as const };
		expect(await correctActivity(town.as('liu'), { ...turned, reason: '写错了' })).toEqual(refusal);
		await removeActivity(town.as('zhou'), { id: newId(), activityId: checked.id, reason: '补录' });
		expect(await recordActivity(town.as('liu'), complaint('2026-02-10'))).toMatchObject({ ok: true });
	});

	test('is struck out and checked again, never corrected', async () => {
		const checked = zero('2026-02');
		await recordCheckedZero(town.as('liu'), checked);
		const correction = { ...meeting(), activityId: checked.id };
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'checked-zero-not-corrected'
		});
		await removeActivity(town.as('liu'), { id: newId(), activityId: checked.id, reason: '漏看了一个信箱' });
		expect(await recordCheckedZero(town.as('liu'), zero('2026-02'))).toMatchObject({ ok: true });
	});

	test('differs from a month without data, and from one with entries', async () => {
		await recordCheckedZero(town.as('zhou'), zero('2026-01', 'town'));
		await recordActivity(town.as('liu'), complaint('2026-02-10'));
		const zeros = await listCheckedZeros(town.ctx.db, town.units.sanxing, 'complaint', 2026);
		expect(zeros.map(({ month }) => month)).toEqual(['2026-01']);
		expect(await countByMonth(town.ctx.db, town.units.sanxing, 'complaint', 2026)).toEqual([
			{ month: '2026-02', count: 1 }
		]);
	});
});
