import type { LunarDate } from '$lib/domain/calendar/lunar-date';
import { m } from '$lib/paraglide/messages.js';

/** A date of the farmers' calendar in words: 农历闰六月初一. */
export function lunarWords({ name, month, day, isLeap }: LunarDate): string {
	return isLeap ? m.announce_lunar_leap({ name, month, day }) : m.announce_lunar({ name, month, day });
}
