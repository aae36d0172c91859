import type { FigureSource } from '$lib/domain/figures/figure';
import type { Measure } from '../rules/counted-records';

/** Part of a figure: records of a measure, all kinds or some, counted or added up. */
export interface CountedPart {
	measure: Measure;
	kinds?: readonly string[];
	topic?: string;
	by: 'records' | 'adds';
}

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
		case 'pledges-signed':
		case 'pledges-in-force':
		case 'grids':
		case 'grid-members':
			return null;
	}
}
