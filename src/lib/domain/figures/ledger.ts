import { findCheckable, type CheckableKind } from '../activities/activity';
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
 * How the ledger of a figure is kept. `villages`: each reports every month, records or a checked zero. `town`: the town's office or the
 * software keeps it, so it has records in every year in which it is kept; `kept`: between which days, where it is not the whole ledger.
 * `lasting`: it says what is in place on a day.
 */
export type Keeping =
	| { by: 'villages'; of: LedgerName; ledger: CheckableKind }
	| { by: 'town'; of: readonly LedgerName[]; kept?: Kept }
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
			const ledger = findCheckable(source.kinds[0] ?? '');
			return ledger
				? { by: 'villages', of: 'activities', ledger }
				: { by: 'town', of: ['activities'], kept: source.kept };
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
 * Whether a month (YYYY-MM) of a ledger is to be reported. Cases only where the town keeps that ledger, from `startOn` on (null: it does not):
 * a town that does not keep it is never taken to have had none.
 */
export const isReportedIn = (ledger: CheckableKind, month: string, startOn: string | null): boolean =>
	!isOfCases(ledger) || (startOn !== null && month >= startOn.slice(0, 7));

/** Whether every town keeps a ledger from its first day on. Cases are kept from the first one on, or from when the town says so. */
export const isKeptByAll = (ledger: LedgerName): boolean => ledger !== 'cases';

/** Whether what a unit reports is one of the kinds of cases. */
export const isOfCases = (ledger: CheckableKind): ledger is CaseKind => caseKinds.some((kind) => kind === ledger);

/** The beginning that is proposed for a ledger with this first record: its month's first day. Dates are YYYY-MM-DD. */
export const proposedStart = (firstOn: string): string => `${firstOn.slice(0, 7)}-01`;

/** Whether a record of this day (YYYY-MM-DD) is from before its ledger begins: its date may be mistyped. */
export const isBeforeLedger = (startOn: string | null, on: string): boolean => startOn !== null && on < startOn;
