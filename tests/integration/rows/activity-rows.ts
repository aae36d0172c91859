import type { ActivityKind } from '../../../src/lib/domain/activities/activity';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { activities, activityRemovals } from '../../../src/lib/server/db/schema/activities/activities';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

export async function putActivity(
	town: TestTown,
	kind: ActivityKind,
	unit: TestUnit,
	on: string,
	options: { quantity?: number; zeroMonth?: string; removed?: boolean } = {}
) {
	const { ctx, units } = town;
	const id = ctx.newId();
	await ctx.db.insert(activities).values({
		id,
		unitId: units[unit],
		kind,
		doneOn: on,
		subject: '测试事项',
		quantity: kind === 'checked-zero' ? 0 : (options.quantity ?? 1),
		responsibleSealed: ctx.keys.seal('钱测试', 'activities.responsible', id),
		...(options.zeroMonth && { zeroKind: 'complaint' as const, zeroMonth: options.zeroMonth }),
		at: 0
	});
	if (options.removed) await ctx.db.insert(activityRemovals).values({ activityId: id, reason: '重复', at: 0 });
	return id;
}

/** Every village reports every month of some years in which it has no banquet, or no dissuasion, on record. */
export async function reportMonths(town: TestTown, ...years: number[]) {
	for (const village of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
		for (const year of years)
			for (let month = 1; month <= 12; month++)
				await reportMonth(town.as('zhou'), {
					id: town.ctx.newId(),
					unitId: town.units[village],
					month: `${year}-${String(month).padStart(2, '0')}`,
					responsible: '周测试',
					ledgers: ['banquet', 'dissuasion'] as const
				});
}
