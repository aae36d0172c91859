import { describe, expect, test } from 'vitest';
import { nothingAdded, recordedKinds } from '../../../src/lib/domain/activities/added-work';
import { checkedZeroForm, activityForm } from '../../../src/lib/forms/activities/activity';
import { safeParse } from 'valibot';
import { findActivity, listActivities } from '../../../src/lib/server/db/activities/activities';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { meeting, town, auditOf, zero, freshTown } from './activity-town';

freshTown();

describe('entering', () => {
	test('a cadre enters work done, and the 责任人 lies sealed', async () => {
		const command = meeting();
		expect(await recordActivity(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.activity).toMatchObject({ subject: '学习村规民约', quantity: 1, byId: town.accounts.liu.id });
		expect(found?.activity.responsibleSealed).not.toContain(command.responsible);
		expect(JSON.stringify(await auditOf(command.id))).not.toContain(command.responsible);
	});

	test('is for staff of the unit and of those above it, down to its groups', async () => {
		const refusal = { ok: false, refusal: 'not-your-unit' };
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor])
			expect(await recordActivity(ctx, meeting())).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({}, 'town'))).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({}, 'sanxingGroup1'))).toMatchObject({ ok: true });
		expect(await recordActivity(town.as('zhou'), meeting())).toMatchObject({ ok: true });
	});

	test('work that lies ahead is refused', async () => {
		const refusal = { ok: false, refusal: 'date-in-future' };
		expect(await recordActivity(town.as('liu'), meeting({ doneOn: '2026-03-03' }))).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({ doneOn: '2026-03-02' }))).toMatchObject({ ok: true });
	});

	test('the same submission twice lands once', async () => {
		const command = meeting();
		const answers = await Promise.all([1, 2, 3].map(() => recordActivity(town.as('liu'), command)));
		expect(answers).toEqual(Array(3).fill({ ok: true, activityId: command.id }));
		expect((await listActivities(town.ctx.db, town.units.town)).rows).toHaveLength(1);
	});

	test('a checked zero cannot be slipped in as an ordinary entry, nor a quantity of 0', () => {
		const form = activityForm(recordedKinds(nothingAdded));
		const typed = { ...meeting(), quantity: '1' };
		expect(safeParse(form, typed).success).toBe(true);
		expect(safeParse(form, { ...typed, kind: 'checked-zero' }).success).toBe(false);
		expect(safeParse(form, { ...typed, quantity: '0' }).success).toBe(false);
		expect(safeParse(checkedZeroForm(['complaint']), { ...zero('2026-13'), evidence: '' }).success).toBe(false);
	});
});
