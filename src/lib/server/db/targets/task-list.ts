import { and, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { findFigure } from '$lib/domain/figures/figure';
import type { TaskProgress } from '$lib/domain/targets/task';
import type { Database } from '../client';
import { recordsOf } from '../figures/figure-records';
import { tasks } from '../schema/targets/tasks';
import { unitClosure, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import type { Task } from './tasks';

/** What a list of tasks may be narrowed to: a unit with all below it, a figure, due dates (both included), whether withdrawn ones are left out. */
export interface TaskFilter {
	unitId?: string;
	figure?: string;
	dueFrom?: string;
	dueTo?: string;
	isInForce?: boolean;
}

/** The tasks of units within `scope`, the latest due first, at most `most`. */
export async function listTasks(db: Database, scope: string, filter: TaskFilter, most = 2000) {
	return db
		.select({ task: tasks, unit: { name: units.name, nameEn: units.nameEn } })
		.from(tasks)
		.innerJoin(units, eq(units.id, tasks.unitId))
		.where(and(withinUnit(tasks.unitId, scope), narrowed(filter)))
		.orderBy(desc(tasks.dueOn), desc(tasks.id))
		.limit(most);
}

function narrowed({ unitId, figure, dueFrom, dueTo, isInForce }: TaskFilter): SQL | undefined {
	return and(
		unitId ? withinUnit(tasks.unitId, unitId) : undefined,
		figure ? eq(tasks.figure, figure) : undefined,
		dueFrom ? gte(tasks.dueOn, dueFrom) : undefined,
		dueTo ? lte(tasks.dueOn, dueTo) : undefined,
		isInForce ? eq(tasks.isWithdrawn, false) : undefined
	);
}

/** The years in which a task within `scope` is due, the latest first. */
export async function listTaskYears(db: Database, scope: string): Promise<number[]> {
	const year = sql<number>`cast(substr(${tasks.dueOn}, 1, 4) as integer)`;
	const rows = await db.selectDistinct({ year }).from(tasks).where(withinUnit(tasks.unitId, scope)).orderBy(desc(year));
	return rows.map((row) => row.year);
}

/**
 * What counts for each of these tasks (all of units within `scope`) up to `today`: the very records of its figure, dated from
 * the day it was given. One statement a figure, one round trip; a task that nothing counts for is left out.
 */
export async function tallyTasks(
	db: Database,
	scope: string,
	list: readonly Pick<Task, 'id' | 'figure' | 'assignedOn'>[],
	today: string
): Promise<Map<string, TaskProgress>> {
	const queries = [...new Set(list.map(({ figure }) => figure))].flatMap((id) => {
		const figure = findFigure(id);
		if (!figure) return [];
		const own = list.filter((task) => task.figure === id);
		const fromOn = own.map(({ assignedOn }) => assignedOn).reduce((one, other) => (one < other ? one : other));
		const records = recordsOf(db, scope, figure.source, { fromOn, toOn: today }).as('records');
		const counts = sql`records.on_date >= ${tasks.assignedOn} and exists (select 1 from ${unitClosure}
			where ${unitClosure.ancestorId} = ${tasks.unitId} and ${unitClosure.descendantId} = records.unit_id)`;
		return [
			db
				.select({
					id: tasks.id,
					inTime: sql<number>`coalesce(sum(case when records.on_date <= ${tasks.dueOn} then records.counts end), 0)`,
					soFar: sql<number>`sum(records.counts)`
				})
				.from(tasks)
				.innerJoin(records, counts)
				.where(
					inArray(
						tasks.id,
						own.map((task) => task.id)
					)
				)
				.groupBy(tasks.id)
		];
	});
	const [first, ...rest] = queries;
	if (!first) return new Map();
	const rows = (await db.batch([first, ...rest])).flat();
	return new Map(rows.map(({ id, inTime, soFar }) => [id, { inTime, soFar }]));
}
