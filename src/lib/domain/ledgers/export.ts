import { columnFacts, ledgerColumns, ledgers, isLedger, type Ledger, type LedgerColumn } from './ledger';

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
} as const satisfies Record<(typeof otherLists)[number], readonly string[]>;

type OtherColumn = (typeof otherColumns)[keyof typeof otherColumns][number];
export type ExportColumn = LedgerColumn | OtherColumn;

/** The columns of a list, in the order of its file. */
export const exportColumns = (list: ExportList): readonly ExportColumn[] =>
	isLedger(list) ? ledgerColumns[list] : otherColumns[list];

const numbers = [
	'value',
	'previous',
	'places',
	'taken',
	'attended',
	'donors',
	'millilitres',
	'minutes',
	'version',
	'counts',
	'target',
	'done'
];
const dates = ['signedOn', 'renewedOn', 'withdrawnOn', 'recordOn', 'assignedOn', 'dueOn'];
const rates = ['rate', 'completion'];

/** How the cells of a column are written. */
export function cellKind(list: ExportList, column: ExportColumn): CellKind {
	if ((ledgerColumns[list as Ledger] as readonly string[] | undefined)?.includes(column)) {
		const { kind } = columnFacts(column as LedgerColumn);
		return kind === 'number' || kind === 'date' ? kind : 'text';
	}
	if (column === 'quantity' || numbers.includes(column)) return 'number';
	if (rates.includes(column)) return 'rate';
	return dates.includes(column) ? 'date' : 'text';
}

/** What a list may be narrowed to: units of the reader's scope, a year, an event (sign-ups), a figure (its records). */
export interface ExportFilter {
	unitId: string | null;
	year: number | null;
	eventId: string | null;
	figure: string | null;
}
