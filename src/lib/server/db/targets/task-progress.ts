import { sql } from 'drizzle-orm';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { TaskProgress } from '$lib/domain/targets/task';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { askFigure } from '../figures/counted-parts';
import { askEach, totalsOf } from '../figures/figure-sums';
import { readTogether } from '../together';
import type { Task } from './tasks';

type Asked = Pick<Task, 'id' | 'unitId' | 'assignedOn' | 'dueOn'> & { source: FigureSource };

/**
 * What counts for each of these tasks of units within `scope` up to `today`: what its figure counts from the day it was given, and of pledges those that are in force
 * today. One round trip.
 */
export async function readProgress(
	db: Database,
	scope: string,
	list: readonly Asked[],
	today: string
): Promise<Map<string, TaskProgress>> {
	const known = list.map((task) => ({ ...task, dueOn: task.dueOn < today ? task.dueOn : today }));
	const counted = known.filter(({ source }) => !isOfPledges(source));
	const ofPledges = known.filter(({ source }) => isOfPledges(source));
	const pairs = counted.flatMap(({ source, unitId, assignedOn, dueOn }) =>
		[dueOn, today].map((toOn) => ({ unit: unitId, ask: askFigure(source, { fromOn: assignedOn, toOn }) }))
	);
	const { sums, pledges } = await readTogether(db, {
		sums: pairs.length > 0 ? askEach(db, scope, pairs) : null,
		pledges: ofPledges.length > 0 ? pledgeTasks(db, { tasks: JSON.stringify(ofPledges), today }) : null
	});
	const totals = sums ? totalsOf(sums) : [];
	return new Map([
		...counted.map(({ id }, at) => [id, { inTime: totals[at * 2]!, soFar: totals[at * 2 + 1]! }] as const),
		...(pledges ?? []).map(({ id, inTime, soFar }) => [id, { inTime, soFar }] as const)
	]);
}

const isOfPledges = ({ from }: FigureSource) => from === 'pledges-signed' || from === 'pledges-in-force';

const pledgeTasks = compiled<Record<'tasks' | 'today', string>, (TaskProgress & { id: string })[]>(
	(db, { tasks, today }) => {
		const signedBy = (on: ReturnType<typeof sql>) => sql<number>`(select count(*) from unit_closure c
		cross join pledges p on p.village_id = c.descendant_id and p.signed_on between task.value ->> 'assignedOn' and ${on}
		left join pledge_withdrawals w on w.pledge_id = p.id and w.withdrawn_on <= ${today}
		where c.ancestor_id = task.value ->> 'unitId' and p.audience = 'household' and w.pledge_id is null)`;
		return db
			.select({
				id: sql<string>`task.value ->> 'id'`,
				inTime: signedBy(sql`task.value ->> 'dueOn'`),
				soFar: signedBy(sql`${today}`)
			})
			.from(sql`json_each(${tasks}) as task`);
	}
);
