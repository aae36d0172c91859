import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { changed, inPeriod } from './sql-text';

/** The day on which a case falls overdue, as `overdueFrom` (domain/cases/case.ts) says where it does. */
const overdueFrom = (row: string) => `date(${row}.due_on, '+1 day')`;
const isLate = (row: string) =>
	`${row}.due_on IS NOT NULL AND (${row}.settled_on IS NULL OR ${row}.settled_on > ${row}.due_on)`;

const received = {
	from: 'cases c',
	unit: 'c.unit_id',
	day: 'c.received_on',
	type: 'case',
	record: 'c.id',
	// Not what it is about, which is sealed: lists name a case by its kind.
	title: 'c.kind'
} as const;

const causeOf = (day: string, update: readonly string[]) =>
	[{ table: 'cases', unit: '@.unit_id', day, update: ['unit_id', 'kind', 'is_removed', ...update] }] as const;

/** A case counts in the period in which it was received. Its kind here is the day on which it was settled: the figures ask up to which. */
const settled = <const M extends string>(measure: M, kind: string) => ({
	measure,
	...received,
	where: `c.kind = '${kind}' AND c.settled_on IS NOT NULL AND c.is_removed = 0`,
	kind: 'c.settled_on',
	topic: 'c.level',
	causes: causeOf('@.received_on', ['level', 'received_on', 'settled_on'])
});

const counts = [
	{
		measure: 'cases-received',
		...received,
		where: 'c.is_removed = 0',
		kind: 'c.kind',
		causes: causeOf('@.received_on', ['received_on'])
	},
	settled('disputes-settled', 'dispute'),
	settled('incidents-settled', 'incident'),
	{
		measure: 'incidents-overdue',
		...received,
		where: `c.kind = 'incident' AND ${isLate('c')} AND c.is_removed = 0`,
		// An open incident is counted on a day to come, and so comes into the figure when that day does.
		day: overdueFrom('c'),
		kind: 'c.level',
		causes: causeOf(overdueFrom('@'), ['level', 'due_on', 'settled_on'])
	}
] as const satisfies readonly CountedKind[];

const ofCase = { type: 'case', table: 'cases', record: 'NEW.id', day: 'NEW.received_on' } as const;
const columnsOfCase = ['unit_id', 'kind', 'level', 'received_on', 'due_on', 'is_removed', 'settled_on'];
const caseInPeriod = (row: string) =>
	`(${inPeriod(`${row}.received_on`)} OR (${isLate(row)} AND ${inPeriod(overdueFrom(row))}))`;
/** A case that is settled, or opened again, after a period's end says nothing new of the period. */
const saysNothing = `(OLD.unit_id, OLD.kind, OLD.level, OLD.received_on, OLD.due_on, OLD.is_removed)
			IS (NEW.unit_id, NEW.kind, NEW.level, NEW.received_on, NEW.due_on, NEW.is_removed)
			AND min(coalesce(OLD.settled_on, '9999'), coalesce(NEW.settled_on, '9999')) > c.to_on`;

const late: readonly LateKind[] = [
	{
		...ofCase,
		name: 'cases_added',
		on: 'INSERT',
		units: 'NEW.unit_id',
		change: 'added',
		where: [caseInPeriod('NEW')]
	},
	{
		...ofCase,
		name: 'cases_changed',
		on: columnsOfCase,
		units: 'OLD.unit_id, NEW.unit_id',
		change: 'removed or changed',
		where: [changed(columnsOfCase), `(${caseInPeriod('OLD')} OR ${caseInPeriod('NEW')})`, `NOT (${saysNothing})`]
	}
];

/** Cases that were received, settled, or fell overdue. */
export const countedCases = { counts, late } satisfies CountedRecords;
