// The records that are of a unit and of a day: the one list of them for rules, for a merger or a split of villages, and for `npm run verify`.
import { dateOf } from './sql-text';

/** All of it is SQL; the row is `@`. */
export interface DatedRecord {
	kind: string;
	table: string;
	/** The column of its unit. */
	unit: string;
	/** What says its day: the town's date, or an instant (ms, UTC). */
	day: string;
	isInstant?: true;
	/** The last of its days, SQL of a date, where it is of several: a unit that began within them has it. */
	until?: string;
	/** Only such rows; without it all. */
	where?: string;
	/** The columns that its day is of: none of a record whose day never changes. */
	dayColumns: readonly string[];
}

const inLedger = '@.is_removed = 0';

export const datedRecords = [
	{
		kind: 'activities',
		...{ table: 'activities', unit: 'unit_id', day: '@.done_on', dayColumns: ['done_on'] },
		where: `@.kind <> 'checked-zero' AND ${inLedger}`
	},
	{
		kind: 'zeros',
		...{ table: 'activities', unit: 'unit_id', dayColumns: ['zero_month'] },
		...{ day: "@.zero_month || '-01'", until: "date(@.zero_month || '-01', '+1 month', '-1 day')" },
		...{ where: `@.kind = 'checked-zero' AND ${inLedger}` }
	},
	{
		// The day on which it ended, or while it has not, for which it is planned.
		kind: 'banquets',
		...{ table: 'banquets', unit: 'unit_id', dayColumns: ['planned_on', 'listed_ended_on'] },
		...{ day: 'coalesce(@.listed_ended_on, @.planned_on)', where: inLedger }
	},
	{
		kind: 'cases',
		...{ table: 'cases', unit: 'unit_id', day: '@.received_on', dayColumns: ['received_on'] },
		where: inLedger
	},
	{ kind: 'pledges', table: 'pledges', unit: 'village_id', day: '@.signed_on', dayColumns: ['signed_on'] },
	{
		kind: 'events',
		...{ table: 'events', unit: 'unit_id', day: '@.starts_at', isInstant: true },
		...{ where: "@.stage <> 'cancelled'", dayColumns: ['starts_at'] }
	},
	{ kind: 'signups', table: 'signups', unit: 'village_id', day: '@.at', isInstant: true, dayColumns: [] },
	{
		kind: 'tasks',
		...{ table: 'tasks', unit: 'unit_id', day: '@.assigned_on', dayColumns: [] },
		where: '@.is_withdrawn = 0'
	},
	{
		kind: 'imports',
		...{ table: 'imports', unit: 'unit_id', day: '@.at', isInstant: true, dayColumns: [] },
		where: `NOT EXISTS (SELECT 1 FROM import_landings WHERE import_id = @.id)
		AND NOT EXISTS (SELECT 1 FROM import_drops WHERE import_id = @.id)`
	}
] as const satisfies readonly DatedRecord[];

/** The name of a kind of dated record. */
export type DatedKind = (typeof datedRecords)[number]['kind'];

/** The same text of one row. */
export const ofRow = (text: string, row: string) => text.replaceAll('@', row);

/** SQL of the town's date of a record. */
export const dateOfRecord = ({ day, isInstant }: DatedRecord): string => (isInstant ? dateOf(day) : day);

/** SQL of the last of its days. */
export const untilOfRecord = (record: DatedRecord): string => record.until ?? dateOfRecord(record);

/** A condition: the record is of a day after `last`, SQL of a date. An instant is compared as it is, so that an index finds it. */
export const isAfter = ({ day, isInstant }: DatedRecord, last: string): string =>
	isInstant ? `${day} >= (unixepoch(date(${last}, '+1 day')) - 28800) * 1000` : `${day} > ${last}`;
