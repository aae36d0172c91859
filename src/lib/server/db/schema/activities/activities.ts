import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ReportedLedger, WorkKind } from '../../../../domain/activities/added-work';
import { atColumn, byColumn, idColumn } from '../columns';
import { units } from '../units/units';
import { workKinds } from './work-kinds';

/** 工作台账: a dated entry of work done. */
export const activities = sqliteTable(
	'activities',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		kind: text('kind')
			.$type<WorkKind>()
			.notNull()
			.references(() => workKinds.id),
		doneOn: text('done_on').notNull(),
		/** 事项 */
		subject: text('subject').notNull(),
		place: text('place').notNull().default(''),
		/** 对象 */
		audience: text('audience').notNull().default(''),
		quantity: integer('quantity').notNull(),
		/** 结果 */
		result: text('result').notNull().default(''),
		/** 责任人 */
		responsibleSealed: text('responsible_sealed').notNull(),
		/** 佐证 */
		evidence: text('evidence').notNull().default(''),
		note: text('note').notNull().default(''),
		/** A checked zero: which kind was looked for and not found, in which month (YYYY-MM). */
		zeroKind: text('zero_kind').$type<ReportedLedger>(),
		zeroMonth: text('zero_month'),
		/** Kept by the trigger on `activity_removals` alone. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('activities_kind').on(table.kind, table.doneOn, table.id),
		index('activities_unit').on(table.unitId, table.doneOn, table.id),
		index('activities_on').on(table.doneOn, table.id),
		uniqueIndex('activities_one_zero')
			.on(table.unitId, table.zeroKind, table.zeroMonth)
			.where(sql`zero_kind is not null and is_removed = 0`),
		index('activities_zeros')
			.on(table.zeroKind, table.zeroMonth, table.unitId)
			.where(sql`zero_kind is not null and is_removed = 0`),
		index('activities_zeros_on')
			.on(table.doneOn, table.zeroKind, table.unitId)
			.where(sql`zero_kind is not null and is_removed = 0`),
		index('activities_removed')
			.on(table.doneOn, table.id)
			.where(sql`is_removed = 1`),
		check(
			'activities_quantity',
			sql`case when kind = 'checked-zero' then quantity = 0 else quantity between 1 and 100000 end`
		),
		check(
			'activities_zero',
			sql`(kind = 'checked-zero') = (zero_kind is not null) and (zero_kind is null) = (zero_month is null)`
		)
	]
);

/** Struck out of the ledger, with who, when and why; the entry itself stays readable. */
export const activityRemovals = sqliteTable('activity_removals', {
	activityId: text('activity_id')
		.primaryKey()
		.references(() => activities.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});
