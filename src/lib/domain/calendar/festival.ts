/** Times of year at which banquets gather, and Qingming, for the marks on charts (banquets.md). school-season: August, 升学宴. */
export const festivalIds = [
	'spring-festival',
	'qingming',
	'labour-day',
	'dragon-boat',
	'school-season',
	'mid-autumn',
	'national-day'
] as const;
export type FestivalId = (typeof festivalIds)[number];

export interface Festival {
	id: FestivalId;
	/** Its day, YYYY-MM-DD; for the school season the first of August. */
	on: string;
}
