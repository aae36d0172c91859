import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { changed, inPeriod } from './sql-text';

const counts = [
	{
		measure: 'activities',
		from: 'activities a',
		where: "a.is_removed = 0 AND a.kind <> 'checked-zero'",
		unit: 'a.unit_id',
		day: 'a.done_on',
		kind: 'a.kind',
		type: 'activity',
		record: 'a.id',
		title: 'a.subject',
		adds: 'a.quantity',
		causes: [
			{
				table: 'activities',
				unit: '@.unit_id',
				day: '@.done_on',
				update: ['unit_id', 'kind', 'done_on', 'quantity', 'is_removed'],
				when: "@.kind <> 'checked-zero'"
			}
		]
	},
	{
		measure: 'checked-zeros',
		from: 'activities a JOIN units u ON u.id = a.unit_id',
		where: "a.is_removed = 0 AND a.kind = 'checked-zero'",
		unit: 'a.unit_id',
		// On the first of the month that was checked, whenever the cadre said so.
		day: "a.zero_month || '-01'",
		kind: 'a.zero_kind',
		topic: 'u.kind',
		type: 'activity',
		record: 'a.id',
		causes: [
			{
				table: 'activities',
				unit: '@.unit_id',
				day: "@.zero_month || '-01'",
				update: ['unit_id', 'zero_kind', 'zero_month', 'is_removed'],
				when: "@.kind = 'checked-zero'"
			}
		]
	}
] as const satisfies readonly CountedKind[];

const activity = { type: 'activity', table: 'activities', record: 'NEW.id', day: 'NEW.done_on' } as const;
const columnsOfActivity = ['unit_id', 'kind', 'done_on', 'quantity', 'zero_month', 'is_removed'];
const activityInPeriod = (row: string) =>
	`(${inPeriod(`${row}.done_on`)} OR ${row}.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7))`;

const late: readonly LateKind[] = [
	{
		...activity,
		name: 'activities_added',
		on: 'INSERT',
		units: 'NEW.unit_id',
		change: 'added',
		where: [activityInPeriod('NEW')]
	},
	{
		...activity,
		name: 'activities_changed',
		on: columnsOfActivity,
		units: 'OLD.unit_id, NEW.unit_id',
		change: 'removed or changed',
		where: [changed(columnsOfActivity), `(${activityInPeriod('OLD')} OR ${activityInPeriod('NEW')})`]
	}
];

/** The work ledger. */
export const countedActivities = { counts, late } satisfies CountedRecords;
