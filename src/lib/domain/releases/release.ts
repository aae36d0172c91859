import type { Period } from '../calendar/reporting-period';
import type { Shown } from '../figures/small-numbers';

/**
 * The tables that are released: the town's year; its line within a year, a span a row; villages, groups of occasions and occasions, once a
 * year; pledge coverage at the end of a quarter; the drives of a year; spending saved; who reported what; what came after the release.
 */
export const releaseKinds = [
	'year',
	'line',
	'villages',
	'groups',
	'occasions',
	'coverage',
	'drives',
	'saved',
	'ledger',
	'later'
] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** How a request to withdraw releases ends that is not confirmed: by the one who asked, or by a second person. */
export const withdrawalEnds = ['taken-back', 'refused'] as const;
export type WithdrawalEnd = (typeof withdrawalEnds)[number];

/** A village by its name, in both languages where it has two. */
export interface NamedVillage {
	name: string;
	nameEn: string | null;
}

/** One number of a release. */
export interface ReleasedCell {
	/** A village's, occasion's or drive's; '' for the town, of which the ledgers have how many banquets have no outcome. */
	key: string;
	/** Of a village as it was named then; of a drive its title. */
	name?: string;
	nameEn?: string | null;
	/** Of a village with another name today, that name: a reader's, never stored. */
	nowNamed?: NamedVillage;
	/** The block of a table with columns, or a drive's day; without it the release's own. */
	fromOn?: string;
	toOn?: string;
	/** Null where it is withheld, or unknown. */
	value: number | null;
	shown?: Shown;
	/** Of a drive. */
	place?: string;
	/** Of a drive, millilitres; of coverage, registered households; of spending saved, the banquets in it. */
	beside?: number | null;
	/** Of coverage: the highest step, which is also all. */
	isTop?: boolean;
	/** Of the ledgers of a village: a sign for each month, 1 where it is checked. */
	states?: string;
}

/** What was published of a figure at a closing. It never changes; it may be withdrawn. */
export interface Release extends Period {
	figure: string;
	kind: ReleaseKind;
	year: number;
	cells: readonly ReleasedCell[];
}

/** A release that people have seen and that is no longer in force. */
export interface EarlierRelease extends Release {
	/** Taken back as wrong, or published anew with what came later. */
	ended: 'withdrawn' | 'replaced';
	/** What ended it, the same for all that it ended: the id of a withdrawal or of a snapshot. */
	until: string;
}

/** A span of the town's line with its number. */
export interface Span extends Period {
	value: number;
}
