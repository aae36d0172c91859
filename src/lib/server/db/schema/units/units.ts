import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import { gridRoles, unitKinds } from '../../../../domain/units/unit';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';

/** 单位. A code changes from year to year, so it is an attribute and never a key. */
export const units = sqliteTable(
	'units',
	{
		id: idColumn(),
		parentId: text('parent_id').references((): AnySQLiteColumn => units.id),
		kind: text('kind', { enum: unitKinds }).notNull(),
		name: text('name').notNull(),
		nameEn: text('name_en'),
		code: text('code'),
		/** The office's own telephone: public, not personal. */
		phone: text('phone'),
		position: integer('position').notNull().default(0),
		validFromOn: text('valid_from_on').notNull(),
		validToOn: text('valid_to_on'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('units_parent').on(table.parentId),
		index('units_by_kind').on(table.kind, table.validFromOn),
		check('units_kind', oneOf('kind', unitKinds))
	]
);

/** The names of a unit that was renamed, each from a day on; its last one is the unit's own. None for a unit that never was. */
export const unitNames = sqliteTable(
	'unit_names',
	{
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		name: text('name').notNull(),
		nameEn: text('name_en'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [primaryKey({ columns: [table.unitId, table.fromOn] })]
);

/** Every unit with all units above it and itself; kept by a trigger alone. */
export const unitClosure = sqliteTable(
	'unit_closure',
	{
		ancestorId: text('ancestor_id')
			.notNull()
			.references(() => units.id),
		descendantId: text('descendant_id')
			.notNull()
			.references(() => units.id)
	},
	(table) => [
		primaryKey({ columns: [table.ancestorId, table.descendantId] }),
		index('unit_closure_descendant').on(table.descendantId)
	]
);

/**
 * 合并: a unit whose ground went into another on a day, its last day being the one before. From then on the other counts all that was recorded
 * under it, and its staff reads it: the trigger enters it below the other.
 */
export const unitSuccessions = sqliteTable(
	'unit_successions',
	{
		fromId: text('from_id')
			.primaryKey()
			.references(() => units.id),
		toId: text('to_id')
			.notNull()
			.references(() => units.id),
		/** The first day of the other. */
		onDate: text('on_date').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('unit_successions_to').on(table.toId)]
);

/**
 * 分村: a village that began on a part of the ground of another one, whose last day was the day before. The trigger enters it below the
 * other, which goes on as the whole ground: the row of the year in which the village was split.
 */
export const unitSplits = sqliteTable(
	'unit_splits',
	{
		toId: text('to_id')
			.primaryKey()
			.references(() => units.id),
		fromId: text('from_id')
			.notNull()
			.references(() => units.id),
		/** Its number among the new ones, from 1: so a village is split once. */
		nth: integer('nth').notNull(),
		/** Its first day. */
		onDate: text('on_date').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [uniqueIndex('unit_splits_once').on(table.fromId, table.nth)]
);

/** Registered households of a village, from a day on: the base of pledge coverage. */
export const householdCounts = sqliteTable(
	'household_counts',
	{
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		households: integer('households').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		primaryKey({ columns: [table.unitId, table.fromOn] }),
		check('household_counts_positive', sql`households > 0`)
	]
);

/** Groups and grids overlap many-to-many. */
export const gridGroups = sqliteTable(
	'grid_groups',
	{
		gridId: text('grid_id')
			.notNull()
			.references(() => units.id),
		groupId: text('group_id')
			.notNull()
			.references(() => units.id)
	},
	(table) => [primaryKey({ columns: [table.gridId, table.groupId] })]
);

export const gridMembers = sqliteTable(
	'grid_members',
	{
		id: idColumn(),
		gridId: text('grid_id')
			.notNull()
			.references(() => units.id),
		role: text('role', { enum: gridRoles }).notNull(),
		nameSealed: text('name_sealed').notNull(),
		fromOn: text('from_on').notNull(),
		toOn: text('to_on'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('grid_members_grid').on(table.gridId),
		check('grid_members_role', oneOf('role', gridRoles)),
		check('grid_members_period', sql`to_on is null or to_on >= from_on`)
	]
);
