import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
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
