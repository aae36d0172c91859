import { sql, type SQL } from 'drizzle-orm';
import type { DonationCounting } from '$lib/domain/figures/figure';
import { eventCompletions } from '../schema/events/events';

/**
 * What a completed blood drive (`event_completions`) adds to a figure of donations. Where there are results, triggers
 * keep donors and volume of the completion equal to them. Only results tell first-time from repeat donors.
 */
export const countedOf: Record<DonationCounting, SQL<number>> = {
	donors: sql`coalesce(${eventCompletions.donors}, 0)`,
	millilitres: sql`coalesce(${eventCompletions.millilitres}, 0)`,
	firstTime: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 1)`,
	repeat: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 0)`
};
