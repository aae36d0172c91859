import type { FigureId } from '../../src/lib/domain/figures/figure';
import type { VillageKey } from './banquet-plan';

/** A year's targets of one figure: the town's, and those of its villages where they keep that ledger. */
export interface TargetPlan {
	figure: FigureId;
	town: number;
	/** In the order of `villageKeys`. */
	villages?: [number, number, number, number];
}

/** 2024 as the town published it (figures-2024.md): 42 health lectures, 21 birthday banquets …; banquets had a limit. */
export const targets2024: TargetPlan[] = [
	{ figure: 'banquets-held', town: 280, villages: [80, 70, 55, 75] },
	{ figure: 'deployment-meetings', town: 24 },
	{ figure: 'villagers-meetings', town: 34, villages: [9, 9, 8, 8] },
	{ figure: 'village-rule-studies', town: 49, villages: [13, 12, 12, 12] },
	{ figure: 'ideological-talks', town: 6, villages: [2, 2, 1, 1] },
	{ figure: 'micro-talks', town: 15, villages: [4, 4, 4, 3] },
	{ figure: 'arts-performances', town: 7, villages: [2, 2, 2, 1] },
	{ figure: 'birthday-banquets', town: 21, villages: [6, 5, 5, 5] },
	{ figure: 'appeal-broadcasts', town: 200, villages: [50, 50, 50, 50] },
	{ figure: 'slogans', town: 21 },
	{ figure: 'caterer-inspections', town: 12 },
	{ figure: 'media-reports', town: 24 },
	{ figure: 'health-lectures', town: 42, villages: [11, 11, 10, 10] },
	{ figure: 'health-services', town: 12, villages: [3, 3, 3, 3] },
	{ figure: 'blood-and-checkups', town: 12 },
	{ figure: 'martyr-tributes', town: 5 },
	{ figure: 'defence-education', town: 7 },
	{ figure: 'defence-films', town: 28, villages: [7, 7, 7, 7] },
	{ figure: 'defence-boards', town: 97 },
	{ figure: 'clean-up-days', town: 11 },
	{ figure: 'small-ads-removals', town: 6 },
	{ figure: 'waste-sorting', town: 40, villages: [10, 10, 10, 10] },
	{ figure: 'grid-workers-full-time', town: 3 },
	{ figure: 'grid-workers-part-time', town: 10 },
	{ figure: 'grid-helpers', town: 83 }
];

/** A year after that, a little higher; the villages' lectures fall one short of the town's, as happens. */
export const laterTargets: TargetPlan[] = [
	{ figure: 'banquets-held', town: 165, villages: [45, 39, 34, 47] },
	{ figure: 'villagers-meetings', town: 36, villages: [9, 9, 9, 9] },
	{ figure: 'village-rule-studies', town: 52, villages: [13, 13, 13, 13] },
	{ figure: 'micro-talks', town: 16, villages: [4, 4, 4, 4] },
	{ figure: 'birthday-banquets', town: 24, villages: [6, 6, 6, 6] },
	{ figure: 'health-lectures', town: 45, villages: [12, 11, 10, 11] },
	{ figure: 'waste-sorting', town: 44, villages: [11, 11, 11, 11] },
	{ figure: 'grid-helpers', town: 83 }
];

/** What share of the work each village does in a year after 2024: 中坝村 falls behind. */
export const paces: Record<VillageKey, number> = { sanxing: 1.1, hesha: 0.95, zhongba: 0.6, qiaotou: 1 };
