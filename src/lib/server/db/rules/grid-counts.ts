import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { before, changed, earlier, endsEarlier } from './sql-text';

const ofGrid = { from: 'units u', unit: 'u.id', kind: 'u.kind', type: 'grid', record: 'u.id', title: 'u.name' };
const ofMember = { from: 'grid_members m', unit: 'm.grid_id', kind: 'm.role', type: 'grid-member', record: 'm.id' };

/** A new unit is counted once it is entered below those above it: its own row of the closure comes last. */
const gridAdded = {
	table: 'unit_closure',
	when: "@.ancestor_id = @.descendant_id AND EXISTS (SELECT 1 FROM units WHERE id = @.descendant_id AND kind = 'grid')"
};
const gridChanged = { table: 'units', insert: false as const, delete: false as const, when: "@.kind = 'grid'" };
const nextDay = (day: string) => `date(${day}, '+1 day')`;

/** What is in place on a day: what has begun by then, without what has ended before. */
const counts = [
	{
		measure: 'grids-begun',
		...ofGrid,
		where: "u.kind = 'grid'",
		day: 'u.valid_from_on',
		causes: [
			{ ...gridAdded, unit: '@.descendant_id', day: '(SELECT valid_from_on FROM units WHERE id = @.descendant_id)' },
			{ ...gridChanged, unit: '@.id', day: '@.valid_from_on', update: ['valid_from_on'] }
		]
	},
	{
		measure: 'grids-ended',
		...ofGrid,
		where: "u.kind = 'grid' AND u.valid_to_on IS NOT NULL",
		day: nextDay('u.valid_to_on'),
		causes: [
			{
				...gridAdded,
				unit: '@.descendant_id',
				day: nextDay('(SELECT valid_to_on FROM units WHERE id = @.descendant_id)')
			},
			{ ...gridChanged, unit: '@.id', day: nextDay('@.valid_to_on'), update: ['valid_to_on'] }
		]
	},
	{
		measure: 'grid-members-begun',
		...ofMember,
		day: 'm.from_on',
		causes: [{ table: 'grid_members', unit: '@.grid_id', day: '@.from_on', update: ['grid_id', 'role', 'from_on'] }]
	},
	{
		measure: 'grid-members-ended',
		...ofMember,
		where: 'm.to_on IS NOT NULL',
		day: nextDay('m.to_on'),
		causes: [
			{ table: 'grid_members', unit: '@.grid_id', day: nextDay('@.to_on'), update: ['grid_id', 'role', 'to_on'] }
		]
	}
] as const satisfies readonly CountedKind[];

/** Grids and their members count on the last day of a period: whatever began before its end concerns it. */
const late: readonly LateKind[] = [
	{
		name: 'grids_added',
		table: 'units',
		on: 'INSERT',
		type: 'grid',
		record: 'NEW.id',
		day: 'NEW.valid_from_on',
		units: 'NEW.parent_id',
		change: 'added',
		where: ["NEW.kind = 'grid'", before('NEW.valid_from_on')]
	},
	{
		name: 'grids_changed',
		table: 'units',
		on: ['valid_from_on', 'valid_to_on'],
		type: 'grid',
		record: 'NEW.id',
		day: 'coalesce(NEW.valid_to_on, NEW.valid_from_on)',
		units: 'NEW.id',
		change: 'changed',
		where: [
			"NEW.kind = 'grid'",
			changed(['valid_from_on', 'valid_to_on']),
			`(OLD.valid_from_on <> NEW.valid_from_on AND ${earlier('valid_from_on')} OR ${endsEarlier('valid_to_on')})`
		]
	},
	{
		name: 'grid_members_added',
		table: 'grid_members',
		on: 'INSERT',
		type: 'grid-member',
		record: 'NEW.id',
		day: 'NEW.from_on',
		units: 'NEW.grid_id',
		change: 'added',
		where: [before('NEW.from_on')]
	},
	{
		name: 'grid_members_changed',
		table: 'grid_members',
		on: ['grid_id', 'role', 'from_on', 'to_on'],
		type: 'grid-member',
		record: 'NEW.id',
		day: 'coalesce(NEW.to_on, NEW.from_on)',
		units: 'OLD.grid_id, NEW.grid_id',
		change: 'changed',
		where: [
			`(${changed(['grid_id', 'role', 'from_on'])} AND ${earlier('from_on')} OR ${changed(['to_on'])} AND ${endsEarlier('to_on')})`
		]
	}
];

/** Grids and the people on them. */
export const countedGrids = { counts, late } satisfies CountedRecords;
