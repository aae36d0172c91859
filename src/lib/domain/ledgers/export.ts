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
	figures: ['figureId', 'figure', 'value', 'measure', 'previous', 'rate', 'definition'],
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
	previous: 'number',
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
