import type { LunarDate } from '$lib/domain/calendar/lunar-date';
import { nthOfMonth, type Repeat, type RepeatRule } from '$lib/domain/events/series';
import { m } from '$lib/paraglide/messages.js';
import { weekdayName } from '../calendar/read-aloud';

/** A rule in words, as it follows from the first date (YYYY-MM-DD): 每月第 2 个星期六; its interval is left out. */
export function ruleWords(rule: RepeatRule, firstOn: string, lunar: LunarDate): string {
	const weekday = weekdayName(firstOn);
	const nth = nthOfMonth(firstOn);
	switch (rule) {
		case 'weekly':
			return m.announce_rule_weekly({ weekday });
		case 'monthly-day':
			return m.announce_rule_monthly_day({ day: Number(firstOn.slice(8)) });
		case 'monthly-weekday':
			return nth === 5 ? m.announce_rule_monthly_last({ weekday }) : m.announce_rule_monthly_weekday({ nth, weekday });
		case 'lunar-day':
			return m.announce_rule_lunar_day({ name: lunar.dayName, day: lunar.day });
	}
}

/** How an event repeats, in words: 每 2 周的星期六. */
export function repeatWords({ rule, every }: Repeat, firstOn: string, lunar: LunarDate): string {
	if (every === 1) return ruleWords(rule, firstOn, lunar);
	if (rule === 'weekly') return m.announce_rule_some_weeks({ every, weekday: weekdayName(firstOn) });
	return m.announce_rule_some_months({ every, rule: ruleWords(rule, firstOn, lunar) });
}
