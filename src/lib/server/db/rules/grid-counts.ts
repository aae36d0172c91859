import type { CountedRecords, LateKind } from './counted-kind';
import { before, changed, earlier, endsEarlier } from './sql-text';

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
export const countedGrids = { counts: [], late } satisfies CountedRecords;
