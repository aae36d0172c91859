import {
	findAddedKind,
	findReported,
	isAddedKind,
	isKeptIn,
	type AddedWork,
	type ReportedLedger
} from '../activities/added-work';
import { monthBoundsOf } from '../calendar/calendar';
import { caseKinds, type CaseKind } from '../cases/case';
import type { FigureSource, Kept } from './figure';

/** The ledgers that figures are counted from, as the town declares from which day each is kept. */
export const ledgerNames = [
	'banquets',
	'declarations',
	'activities',
	'events',
	'guests',
	'pledges',
	'grids',
	'cases'
] as const;
export type LedgerName = (typeof ledgerNames)[number];

/** The ledger of this name, or null where there is none. */
export const findLedgerName = (name: string): LedgerName | null => ledgerNames.find((known) => known === name) ?? null;

/**
 * How the ledger of a figure is kept. `villages`: each reports every month, records or a checked zero; `kept`: between which days, where it is
 * a kind that the town added. `town`: the town's office or the software keeps it, so it has records in every year in which it is kept.
 * `lasting`: it says what is in place on a day.
 */
export type Keeping =
	| { by: 'villages'; of: LedgerName; ledger: ReportedLedger; kept?: Kept }
	| { by: 'town'; of: readonly LedgerName[] }
	| { by: 'lasting'; of: LedgerName };

/** How the ledger of a figure is kept, by the records it counts. */
export function keepingOf(source: FigureSource): Keeping {
	switch (source.from) {
		case 'banquets-held':
			return { by: 'villages', of: 'banquets', ledger: 'banquet' };
		case 'banquets-dissuaded':
			return { by: 'villages', of: 'banquets', ledger: 'dissuasion' };
		case 'complaints':
			return { by: 'villages', of: 'activities', ledger: 'complaint' };
		case 'cases-received':
		case 'cases-settled':
			return { by: 'villages', of: 'cases', ledger: source.kind };
		case 'incidents-overdue':
			return { by: 'villages', of: 'cases', ledger: 'incident' };
		case 'activities': {
			const ledger = findReported(source.kinds[0] ?? '');
			return ledger
				? { by: 'villages', of: 'activities', ledger, kept: source.kept }
				: { by: 'town', of: ['activities'] };
		}
		case 'banquets-declared':
			return { by: 'town', of: ['declarations'] };
		case 'events':
		case 'lecture-attendance':
		case 'donations':
			return { by: 'town', of: ['events'] };
		case 'blood-and-checkups':
			return { by: 'town', of: ['events', 'activities'] };
		case 'birthday-guests':
			return { by: 'town', of: ['guests'] };
		case 'pledges-signed':
			return { by: 'town', of: ['pledges'] };
		case 'pledges-in-force':
			return { by: 'lasting', of: 'pledges' };
		case 'grids':
		case 'grid-members':
			return { by: 'lasting', of: 'grids' };
	}
}

/**
 * From which days a town keeps the ledgers that villages report. Of banquets and of work what it declared, null where it declared nothing: then any
 * month may be reported. Of cases null where it keeps none.
 */
export type ReportedStarts = Record<'banquets' | 'activities' | 'cases', string | null>;

/** What decides which ledgers a town reports: from which days, and the kinds that it added. */
export interface ReportingTown extends Pick<AddedWork, 'kinds'> {
	starts: ReportedStarts;
}

/**
 * Whether a month (YYYY-MM) of a ledger is to be reported. Only from when the town keeps that ledger, an added kind only while it is kept: a town that
 * does not keep a ledger is never taken to have had none.
 */
export function isReportedIn(ledger: ReportedLedger, month: string, town: ReportingTown): boolean {
	if (isBeforeStart(ledger, month, town)) return false;
	if (isOfCases(ledger)) return town.starts.cases !== null;
	if (!isAddedKind(ledger)) return true;
	const kind = findAddedKind(town, ledger);
	return kind !== null && isKeptIn(kind, monthBoundsOf(month));
}

/** Whether a month (YYYY-MM) ends before the town keeps a ledger at all (起算). */
export function isBeforeStart(ledger: ReportedLedger, month: string, { starts, kinds }: ReportingTown): boolean {
	const kind = isAddedKind(ledger) ? findAddedKind({ kinds }, ledger) : null;
	return [starts[startOfReported(ledger)], kind?.fromOn].some((on) => !!on && month < on.slice(0, 7));
}

/** The ledger whose beginning is that of what villages report. */
function startOfReported(ledger: ReportedLedger): keyof ReportedStarts {
	if (isOfCases(ledger)) return 'cases';
	return ledger === 'banquet' || ledger === 'dissuasion' ? 'banquets' : 'activities';
}

/**
 * Whether one record of a ledger shows that its month was looked through in all units of its scope: complaints come to the town, and a kind that the
 * town added is entered by its office as well as by villages.
 */
export const isLookedThrough = (ledger: ReportedLedger): boolean => ledger === 'complaint' || isAddedKind(ledger);

/** Whether every town keeps a ledger from its first day on. Cases are kept from the first one on, or from when the town says so. */
export const isKeptByAll = (ledger: LedgerName): boolean => ledger !== 'cases';

/** Whether what a unit reports is one of the kinds of cases. */
export const isOfCases = (ledger: ReportedLedger): ledger is CaseKind => caseKinds.some((kind) => kind === ledger);

/** The beginning that is proposed for a ledger with this first record: its month's first day. Dates are YYYY-MM-DD. */
export const proposedStart = (firstOn: string): string => `${firstOn.slice(0, 7)}-01`;

/**
 * Whether the ledger of declarations would begin before that of banquets, both YYYY-MM-DD. What is declared is a banquet: of a time without that
 * ledger there are only the declarations of its first banquets, which is no number of that time.
 */
export const areDeclarationsTooEarly = (starts: { declarations?: string | null; banquets?: string | null }): boolean =>
	!!starts.declarations && !!starts.banquets && starts.declarations < starts.banquets;

/** Whether a record of this day (YYYY-MM-DD) is from before its ledger begins: its date may be mistyped. */
export const isBeforeLedger = (startOn: string | null, on: string): boolean => startOn !== null && on < startOn;
