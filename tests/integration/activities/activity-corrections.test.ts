import { describe, expect, test } from 'vitest';
import { findActivity } from '../../../src/lib/server/db/activities/activities';
import { correctActivity } from '../../../src/lib/server/activities/activity-corrections';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { meeting, town, newId, auditOf, freshTown } from './activity-town';

freshTown();

describe('correcting', () => {
	test('changes the entry and keeps the old values in the audit trail', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const act = newId();
		const correction = {
			...command,
			id: act,
			activityId: command.id,
			quantity: 3,
			subject: '院坝会',
			responsible: '何测试'
		};
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toMatchObject({ ok: true });
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.activity).toMatchObject({ quantity: 3, subject: '院坝会' });
		const opened = town.ctx.keys.open(found!.activity.responsibleSealed, 'activities.responsible', command.id);
		expect(opened).toBe('何测试');
		const detail = JSON.parse((await auditOf(act))!.detail!) as Record<string, unknown>;
		expect(detail).toMatchObject({
			before: { quantity: 1, subject: '学习村规民约' },
			after: { quantity: 3, subject: '院坝会' },
			changed: ['responsible']
		});
		expect(JSON.stringify(detail)).not.toContain('测试');
	});

	test('cannot move an entry into or out of another village', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const moved = { ...command, id: newId(), activityId: command.id, unitId: town.units.hesha };
		expect(await correctActivity(town.as('liu'), { ...moved, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await correctActivity(town.as('he'), { ...moved, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await correctActivity(town.as('zhou'), { ...moved, reason: '写错了' })).toMatchObject({ ok: true });
	});

	test('of an unknown entry, or into the future, is refused', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const correct = (changes: object) =>
			correctActivity(town.as('liu'), {
				reason: '写错了',
				...command,
				id: newId(),
				activityId: command.id,
				...changes
			});
		expect(await correct({ activityId: newId() })).toEqual({ ok: false, refusal: 'activity-unknown' });
		expect(await correct({ doneOn: '2026-12-31' })).toEqual({ ok: false, refusal: 'date-in-future' });
	});
});
