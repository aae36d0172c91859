import type { YearRow } from './block-table';

/** A village with its pledges on a day. */
export interface PledgedVillage {
	key: string;
	name: string;
	nameEn: string | null;
	pledged: number;
	/** Registered households; null where no count was entered. */
	registered: number | null;
}

/** A completed blood drive. */
export interface CountedDrive {
	key: string;
	title: string;
	place: string;
	on: string;
	donors: number;
	millilitres: number;
}

/** A figure's months, January first. */
export interface YearLine {
	figure: string;
	/** How many months of the year are over before its ledger begins. */
	begins: number;
	months: readonly (number | null)[];
}

/** All that is counted of a year when one of its periods is closed. What is not known is null. */
export interface YearCounts {
	year: number;
	/** The last month that is closed, with all before it; 0 for none. */
	closedTo: number;
	/** Of figures with a line, the town's months. */
	lines: readonly YearLine[];
	/** Of every released figure, the town's year; only of a closed one. */
	totals: readonly { figure: string; value: number | null }[];
	/** Banquets held; only of a closed year. */
	villages: readonly YearRow[];
	occasions: readonly YearRow[];
	/** Banquets that were planned larger than they were held: how many there are, and the price of their tables. */
	saved: { banquets: number; yuan: number } | null;
	/** Pledges at the ends of closed quarters, by their last day; `pledged`: of the whole town, also outside these villages. */
	coverage: readonly { toOn: string; pledged: number; villages: readonly PledgedVillage[] }[];
	drives: readonly CountedDrive[];
	/** Banquets planned for the year that have no outcome yet; null where the year is not closed, or it was not kept how many there were. */
	awaited: number | null;
	/** Who reported the ledger of banquets, a sign a month: 1 where it has a record or a checked zero. */
	ledger: readonly { key: string; name: string; nameEn: string | null; states: string }[];
}
