import { and, between, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';

/** True in the period, for a column of calendar dates. */
export const isOn = (column: AnySQLiteColumn, { fromOn, toOn }: Period): SQL => between(column, fromOn, toOn);

/** True in the period, for a column of instants. */
export function isAt(column: AnySQLiteColumn, { fromOn, toOn }: Period): SQL {
	return sql`(${column} >= ${instantOf(fromOn, '00:00')} and ${column} < ${instantOf(addDays(toOn, 1), '00:00')})`;
}

/** True for what is in place on a day: a grid, or a person on it. `to` is its last day, or null. */
export const isInPlace = (from: AnySQLiteColumn, to: AnySQLiteColumn, on: string): SQL =>
	and(lte(from, on), or(isNull(to), sql`${to} >= ${on}`))!;
