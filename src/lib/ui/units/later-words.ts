import { m } from '$lib/paraglide/messages.js';

/** What of a village that is split goes to one of the new ones, by kind of record. */
export const laterWords = [
	['activities', m.units_split_later_activities],
	['banquets', m.units_split_later_banquets],
	['cases', m.units_split_later_cases],
	['pledges', m.units_split_later_pledges],
	['events', m.units_split_later_events]
] as const;
