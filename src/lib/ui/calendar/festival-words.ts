import type { FestivalId } from '$lib/domain/calendar/festival';
import { m } from '$lib/paraglide/messages.js';

/** A festival in so few letters that it fits under a month. */
export const festivalWords: Record<FestivalId, () => string> = {
	'spring-festival': m.trends_festival_spring_festival,
	qingming: m.trends_festival_qingming,
	'labour-day': m.trends_festival_labour_day,
	'dragon-boat': m.trends_festival_dragon_boat,
	'school-season': m.trends_festival_school_season,
	'mid-autumn': m.trends_festival_mid_autumn,
	'national-day': m.trends_festival_national_day
};
