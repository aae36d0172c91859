import { unitKinds, villageKinds, type UnitKind } from '../units/unit';
import { isPartOfVillage } from '../units/unit-choice';
import { activities } from './activities';
import { banquets } from './banquets';
import { cases } from './cases';
import type { Column } from './column';
import { dissuasions } from './dissuasions';
import { elders } from './elders';
import { households } from './households';
import type { RowUnits } from './ledger-definition';
import { signups } from './signups';

/** The ledgers (台账) that come in from a file and go out as one. A new one is a row here and a file of its own on each floor. */
const definitions = { banquets, dissuasions, activities, cases, elders, households, signups };
type Definitions = typeof definitions;

export type Ledger = keyof Definitions;
/** The columns of one ledger. */
export type ColumnOf<L extends Ledger> = keyof Definitions[L]['columns'];
/** Every column of every ledger, by its one id: what several have means the same in each. */
export type LedgerColumn = { [L in Ledger]: ColumnOf<L> }[Ledger];
/** What the rows of the ledgers become. */
export type ImportedRecord = Definitions[Ledger]['record'];

/** A ledger's facts in one shape for all (`LedgerFacts`). */
export interface LedgerDefinition {
	columns: readonly LedgerColumn[];
	required: readonly LedgerColumn[];
	sometimes: readonly LedgerColumn[];
	record: ImportedRecord;
	dayOfUnit: readonly LedgerColumn[];
	apart: readonly LedgerColumn[];
	keepsNote?: true;
	nearDays: number;
	mostRows: number;
	units: RowUnits;
}

export const ledgers = Object.keys(definitions) as [Ledger, ...Ledger[]];

function describe(ledger: Ledger): LedgerDefinition {
	const { columns, ...facts } = definitions[ledger];
	return { ...facts, columns: Object.keys(columns) as LedgerColumn[] };
}

/** What is true of each ledger. */
export const ledgerDefinitions = Object.fromEntries(ledgers.map((ledger) => [ledger, describe(ledger)])) as Record<
	Ledger,
	LedgerDefinition
>;

/** The mark behind the heading of a column: * where every row needs it, (*) where some do by what they say in others. */
export function markOf(ledger: Ledger, column: LedgerColumn): '*' | '(*)' | '' {
	const { required, sometimes } = ledgerDefinitions[ledger];
	return required.includes(column) ? '*' : sometimes.includes(column) ? '(*)' : '';
}

export const importedRecords = ledgers.map((ledger) => definitions[ledger].record) as [
	ImportedRecord,
	...ImportedRecord[]
];

/** The kinds of units that a row of a ledger may name as its village. */
export const namedKinds = (ledger: Ledger): readonly UnitKind[] =>
	ledgerDefinitions[ledger].units.isTownTaken ? unitKinds.filter((kind) => !isPartOfVillage({ kind })) : villageKinds;

export function isLedger(text: unknown): text is Ledger {
	return (ledgers as readonly unknown[]).includes(text);
}

const columns = Object.assign({}, ...ledgers.map((ledger) => definitions[ledger].columns)) as Record<
	LedgerColumn,
	Column
>;

/** Whether a text from outside names a column of a ledger. */
export const isLedgerColumn = (text: unknown): text is LedgerColumn =>
	typeof text === 'string' && Object.hasOwn(columns, text);

/** The facts of a column. */
export const columnFacts = (column: LedgerColumn): Column => columns[column];
