import { and, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { tasks } from '../schema/targets/tasks';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

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
		isInForce ? sql`${tasks.isWithdrawn} = 0` : undefined
	);
}

/** The years in which a task within `scope` is due, the latest first. */
export async function listTaskYears(db: Database, scope: string): Promise<number[]> {
	const year = sql<number>`cast(substr(${tasks.dueOn}, 1, 4) as integer)`;
	const rows = await db.selectDistinct({ year }).from(tasks).where(withinUnit(tasks.unitId, scope)).orderBy(desc(year));
	return rows.map((row) => row.year);
}
