import type { Occasion } from '../../src/lib/domain/banquets/banquet';

export type VillageKey = 'sanxing' | 'hesha' | 'zhongba' | 'qiaotou';

/** How many banquets were held in a year, broken down in three ways; each sums to the same total. */
export interface BanquetPlan {
	year: number;
	/** January to December, with peaks in 腊月–正月, 五一, 端午, August (升学宴), 中秋 and 国庆. */
	months: number[];
	occasions: Record<Occasion, number>;
	villages: Record<VillageKey, number>;
	/** Of those held, how many with fewer tables than intended. */
	reduced: number;
	/** Intended ones that were called off or made a family meal without a visit. */
	calledOff: number;
}

/** 403 in 2023, 161 in 2024: the town's published fall of 60 %. */
export const banquetPlans: BanquetPlan[] = [
	{
		year: 2023,
		months: [62, 48, 22, 20, 38, 26, 18, 52, 30, 44, 17, 26],
		occasions: {
			wedding: 92,
			funeral: 74,
			longevity: 86,
			school: 38,
			housewarming: 54,
			'full-month': 33,
			enlistment: 6,
			other: 20
		},
		villages: { sanxing: 112, hesha: 96, zhongba: 81, qiaotou: 114 },
		reduced: 9,
		calledOff: 4
	},
	{
		year: 2024,
		months: [20, 32, 12, 9, 15, 11, 6, 16, 12, 15, 5, 8],
		occasions: {
			wedding: 62,
			funeral: 68,
			longevity: 9,
			school: 7,
			housewarming: 6,
			'full-month': 6,
			enlistment: 2,
			other: 1
		},
		villages: { sanxing: 44, hesha: 38, zhongba: 33, qiaotou: 46 },
		reduced: 24,
		calledOff: 7
	}
];
