import { describe, expect, test } from 'vitest';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import { sumActivities } from '../../../src/lib/server/db/activities/activity-counts';
import { findActivity, listActivities } from '../../../src/lib/server/db/activities/activities';
import { correctActivity, removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { meeting, town, newId, freshTown } from './activity-town';

freshTown();

describe('striking out', () => {
	test('takes an entry out of list and sums but keeps it readable, with who, when and why', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const act = { id: newId(), activityId: command.id, reason: '重复登记' };
		expect(await removeActivity(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await removeActivity(town.as('liu'), act)).toEqual({ ok: true });
		expect((await listActivities(town.ctx.db, town.units.town)).rows).toHaveLength(0);
		expect(await sumActivities(town.ctx.db, { scope: town.units.town, kinds: activityKinds })).toEqual([]);
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.removal).toMatchObject({ reason: '重复登记', byId: town.accounts.liu.id, at: town.ctx.now() });
		expect((await listActivities(town.ctx.db, town.units.town, { isRemoved: true })).rows).toHaveLength(1);
	});

	test('is done once, also of two at once, and the entry can no longer be corrected', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const remove = () => removeActivity(town.as('liu'), { id: newId(), activityId: command.id, reason: '重复登记' });
		const answers = await Promise.all([remove(), remove()]);
		expect(answers).toContainEqual({ ok: true });
		expect(answers).toContainEqual({ ok: false, refusal: 'struck-out-already' });
		const correction = { ...command, id: newId(), activityId: command.id };
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'activity-removed'
		});
	});
});
