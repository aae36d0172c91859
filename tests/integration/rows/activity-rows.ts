import type { ActivityKind, CheckableKind } from '../../../src/lib/domain/activities/activity';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { ledgerNames, type LedgerName } from '../../../src/lib/domain/figures/ledger';
import { ledgerStarts } from '../../../src/lib/server/db/schema/figures/ledger-starts';
import { activities, activityRemovals } from '../../../src/lib/server/db/schema/activities/activities';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

export async function putActivity(
	town: TestTown,
	kind: ActivityKind,
	unit: TestUnit,
	on: string,
	options: { quantity?: number; zeroMonth?: string; zeroKind?: CheckableKind; removed?: boolean } = {}
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
		...(options.zeroMonth && { zeroKind: options.zeroKind ?? 'complaint', zeroMonth: options.zeroMonth }),
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

/** A unit reports a month (YYYY-MM): what it has no record of, it checked. */
export async function reportOneMonth(town: TestTown, unit: TestUnit, month: string) {
	const command = { id: town.ctx.newId(), unitId: town.units[unit], month, responsible: '周测试' };
	return reportMonth({ ...town.as('zhou'), today: () => '2027-01-31' }, command);
}

/** Every village checked every month of some years in which it is there and has no record of a ledger, nor one that waits; complaints are left out. */
export async function reportRest({ ctx }: TestTown, ...years: number[]) {
	const months = years.flatMap((year) =>
		Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
	);
	await ctx.db.$client.execute({
		sql: `insert into activities (id, unit_id, kind, done_on, subject, quantity, responsible_sealed, zero_kind, zero_month, at)
			select lower(hex(randomblob(16))), v.id, 'checked-zero', m.value || '-28', '', 0, 'erased', l.value, m.value, 0
			from units v cross join json_each(?) m cross join json_each(?) l
			where v.kind in ('village', 'community') and (v.valid_to_on is null or date(m.value || '-01', '+1 month', '-1 day') <= v.valid_to_on)
				and not exists (select 1 from unit_successions s where s.to_id = v.id and s.on_date > m.value || '-01')
				and not exists (select 1 from unit_splits s where s.to_id = v.id and s.on_date > m.value || '-01')
				and not exists (select 1 from activities z join unit_closure c on c.ancestor_id = z.unit_id
					where c.descendant_id = v.id and z.zero_kind = l.value and z.zero_month = m.value and z.is_removed = 0)
				and not exists (select 1 from figure_sums f where f.scope_id = v.id and f.grain = 'month' and f.span = m.value and f.records > 0
					and case f.measure when 'banquets-held' then 'banquet' when 'banquets-dissuaded' then 'dissuasion'
						when 'activities' then f.kind when 'cases-received' then f.kind end = l.value)
				and not exists (select 1 from waiting_entries w join unit_closure c on c.descendant_id = w.unit_id
					where c.ancestor_id = v.id and w.ledger = l.value and substr(w.on_date, 1, 7) = m.value)`,
		args: [JSON.stringify(months), JSON.stringify(checkableKinds.filter((kind) => kind !== 'complaint'))]
	});
}

/** The town declares from which day it keeps its ledgers: all of them, or some. */
export async function declareStart({ ctx }: TestTown, fromOn: string, ledgers: readonly LedgerName[] = ledgerNames) {
	await ctx.db.insert(ledgerStarts).values(ledgers.map((ledger) => ({ ledger, seq: 1, fromOn, at: 0 })));
}
