import { always } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Measure } from '../rules/counted-records';

/** Part of a figure: records of a measure, all kinds or some, counted or added up; `taken` where they are taken away from it. */
export interface CountedPart {
	measure: Measure;
	kinds?: readonly string[];
	/** The kinds that are days of a period, where a measure has days for kinds. */
	kindsOn?: Period;
	topic?: string;
	by: 'records' | 'adds';
	taken?: true;
}

/** What is asked of a unit with all below it: what these parts come to in a period, or in each of its months. */
export interface Ask {
	of: readonly CountedPart[];
	period: Period;
	byMonth?: boolean;
}

/** Asks of each part in a period how many records it has and what they add up to: `bothOf` reads the answers. */
export const askBoth = (parts: readonly Omit<CountedPart, 'by'>[], period: Period): Ask[] =>
	parts.flatMap((part) => (['records', 'adds'] as const).map((by) => ({ of: [{ ...part, by }], period })));

const settledMeasures = { dispute: 'disputes-settled', incident: 'incidents-settled' } as const;

const donationMeasures = {
	donors: 'blood-donors',
	millilitres: 'blood-millilitres',
	firstTime: 'first-time-donors',
	repeat: 'repeat-donors'
} as const;

/** What a source adds up of the counted records of a period; null where it is counted on the period's last day instead. */
export function partsOf(source: FigureSource): CountedPart[] | null {
	switch (source.from) {
		case 'banquets-held':
		case 'banquets-declared':
		case 'banquets-dissuaded':
			return [{ measure: source.from, by: 'records' }];
		case 'activities':
			return [{ measure: 'activities', kinds: source.kinds, by: source.counts === 'quantity' ? 'adds' : 'records' }];
		case 'complaints':
			return [{ measure: 'activities', kinds: ['complaint'], by: 'records' }];
		case 'events':
			return [{ measure: 'events', kinds: [source.kind], topic: source.topic, by: 'records' }];
		case 'lecture-attendance':
			return [{ measure: 'events', kinds: ['lecture'], by: 'adds' }];
		case 'blood-and-checkups':
			return [
				{ measure: 'events', kinds: ['blood-drive'], by: 'records' },
				{ measure: 'activities', kinds: ['disability-check-up'], by: 'records' }
			];
		case 'birthday-guests':
			return [{ measure: 'birthday-guests', kinds: [source.result], by: 'records' }];
		case 'donations':
			return [{ measure: donationMeasures[source.counts], by: 'adds' }];
		case 'cases-received':
			return [{ measure: 'cases-received', kinds: [source.kind], by: 'records' }];
		case 'cases-settled':
			return [{ measure: settledMeasures[source.kind], topic: source.level, by: 'records' }];
		case 'incidents-overdue':
			return [{ measure: 'incidents-overdue', by: 'records' }];
		case 'pledges-signed':
		case 'pledges-in-force':
		case 'grids':
		case 'grid-members':
			return null;
	}
}

/** The same of a period: of settled cases those that were settled by its last day. */
export function partsIn(source: FigureSource, { toOn }: Period): CountedPart[] | null {
	const parts = partsOf(source);
	return source.from === 'cases-settled' ? parts!.map((part) => ({ ...part, kindsOn: upTo(toOn) })) : parts;
}

/** What has begun, without what has ended. */
const inPlace = (begun: Measure, ended: Measure, kinds?: readonly string[]): CountedPart[] => [
	{ measure: begun, kinds, by: 'records' },
	{ measure: ended, kinds, by: 'records', taken: true }
];

/** Pledges of households in force; of those on the version `textId` alone where it is given. */
export const pledgesInForce = (textId?: string): CountedPart[] =>
	inPlace('pledges-signed', 'pledges-withdrawn').map((part) => ({ ...part, topic: textId }));

/** Pledges of households in force that were renewed on a version. */
export const pledgesRenewed = (textId: string): CountedPart[] =>
	inPlace('pledges-renewed', 'renewals-withdrawn').map((part) => ({ ...part, topic: textId }));

/** All that was counted up to a day. */
export const upTo = (toOn: string): Period => ({ fromOn: always.fromOn, toOn });

/** What is asked for a figure in a period. Of the pledges of a period those count that are in force at its end. */
export function askFigure(source: FigureSource, period: Period): Ask {
	switch (source.from) {
		case 'pledges-in-force':
			return { of: pledgesInForce(), period: upTo(period.toOn) };
		case 'pledges-signed':
			return { of: [{ measure: 'pledges-signed', by: 'records' }, withdrawnOf(period)], period };
		case 'grids':
			return { of: inPlace('grids-begun', 'grids-ended'), period: upTo(period.toOn) };
		case 'grid-members':
			return { of: inPlace('grid-members-begun', 'grid-members-ended', [source.role]), period: upTo(period.toOn) };
		default:
			return { of: partsIn(source, period)!, period };
	}
}

/** The withdrawals of pledges that were signed in a period. */
const withdrawnOf = (signed: Period): CountedPart => ({
	measure: 'signatures-withdrawn',
	kindsOn: signed,
	by: 'records',
	taken: true
});
