import { yearBounds, yearOf } from '../calendar/calendar';
import { reportingPeriods, type Period } from '../calendar/reporting-period';
import { columnFacts, isLedger, ledgerDefinitions, ledgers, type LedgerColumn } from './ledgers';

/** Lists that go out beside the ledgers; they do not come in from a file. */
export const otherLists = [
	'pledges',
	'events',
	'hours',
	'figures',
	'figure-records',
	'targets',
	'tasks',
	'audit'
] as const;
export type OtherList = (typeof otherLists)[number];

/** Every list that goes out as a file. */
export const exportLists = [...ledgers, ...otherLists] as const;
export type ExportList = (typeof exportLists)[number];

/** The list of a word from outside, or null when there is none. */
export const findExportList = (text: string): ExportList | null => exportLists.find((list) => list === text) ?? null;

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How a cell is written: a text (also telephones, ids, moments), a whole number, a number with one decimal, a calendar day. */
export type CellKind = 'text' | 'number' | 'rate' | 'date';

/** Columns of the lists that are no ledger, in order. Ids that ledgers know as well mean the same. */
const otherColumns = {
	pledges: ['village', 'name', 'phone', 'pledgedBy', 'version', 'signedOn', 'onPaper', 'renewedOn', 'withdrawnOn'],
	events: [
		'unit',
		'eventKind',
		'topic',
		'title',
		'place',
		'partner',
		'startsAt',
		'endsAt',
		'state',
		'places',
		'taken',
		'attended',
		'donors',
		'millilitres'
	],
	hours: ['name', 'unit', 'title', 'duty', 'startsAt', 'endsAt', 'minutes'],
	figures: [
		'figureId',
		'figure',
		'ledgerValue',
		'measure',
		'countedTo',
		'ledgerPrevious',
		'previousTo',
		'rate',
		'published',
		'publishedTo',
		'definition'
	],
	'figure-records': ['record', 'recordOn', 'unit', 'counts'],
	targets: ['figure', 'measure', 'unit', 'target', 'value', 'completion'],
	tasks: ['figure', 'measure', 'unit', 'quantity', 'done', 'assignedOn', 'dueOn', 'state', 'note'],
	audit: ['at', 'username', 'verb', 'unit', 'reason']
} as const satisfies Record<OtherList, readonly string[]>;

type OtherColumn = (typeof otherColumns)[keyof typeof otherColumns][number];
export type ExportColumn = LedgerColumn | OtherColumn;

/** The columns of a list, in the order of its file. */
export const exportColumns = (list: ExportList): readonly ExportColumn[] =>
	isLedger(list) ? ledgerDefinitions[list].columns : otherColumns[list];

/** How the cells of the lists that are no ledger are written, where that is not as text. */
const otherKinds: Partial<Record<ExportColumn, CellKind>> = {
	quantity: 'number',
	value: 'number',
	ledgerValue: 'number',
	ledgerPrevious: 'number',
	published: 'number',
	places: 'number',
	taken: 'number',
	attended: 'number',
	donors: 'number',
	millilitres: 'number',
	minutes: 'number',
	version: 'number',
	counts: 'number',
	target: 'number',
	done: 'number',
	rate: 'rate',
	completion: 'rate',
	countedTo: 'date',
	previousTo: 'date',
	publishedTo: 'date',
	signedOn: 'date',
	renewedOn: 'date',
	withdrawnOn: 'date',
	recordOn: 'date',
	assignedOn: 'date',
	dueOn: 'date'
};

/** How the cells of a column are written. */
export function cellKind(list: ExportList, column: ExportColumn): CellKind {
	if (!isLedger(list)) return otherKinds[column] ?? 'text';
	const { kind } = columnFacts(column as LedgerColumn);
	return kind === 'number' || kind === 'date' ? kind : 'text';
}

/** What a list may be narrowed to: units of the reader's scope, a year, an event (sign-ups), a figure (its records). */
export interface ExportFilter {
	unitId: string | null;
	year: number | null;
	eventId: string | null;
	figure: string | null;
}

/** The years of a list's records: one, all, or none where it says how things are on the day it is taken. */
export interface ExportSpan {
	year: number | 'all' | null;
	/** The days that it is counted or listed of; null for all years and for none. */
	period: Period | null;
}

/** Counted up to the day they are taken: of the running year where none is asked for. */
const counted: readonly ExportList[] = ['figures', 'figure-records', 'targets'];

/** Rolls of the day they are taken. */
const rolls: readonly ExportList[] = ['elders', 'households'];

/** What a list is of, as it was asked for on `today` (the town's date). Sign-ups of an event are those of that event alone. */
export function exportSpan(
	list: ExportList,
	{ year, eventId }: Pick<ExportFilter, 'year' | 'eventId'>,
	today: string
): ExportSpan {
	if (rolls.includes(list) || (list === 'signups' && eventId !== null)) return { year: null, period: null };
	if (counted.includes(list)) {
		const of = year ?? yearOf(today);
		return { year: of, period: reportingPeriods(of, today).now };
	}
	return year === null ? { year: 'all', period: null } : { year, period: yearBounds(year) };
}
