import { sql, type SQL } from 'drizzle-orm';
import type { DonationCounting } from '$lib/domain/figures/figure';
import { eventCompletions } from '../schema/events/events';

/**
 * What a completed blood drive (`event_completions`) adds to a figure of donations. Donors and volume of the completion are those of the
 * results where there are any: triggers hold it. First-time and repeat donors are known of results alone.
 */
export const countedOf: Record<DonationCounting, SQL<number>> = {
	donors: sql`coalesce(${eventCompletions.donors}, 0)`,
	millilitres: sql`coalesce(${eventCompletions.millilitres}, 0)`,
	firstTime: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 1)`,
	repeat: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 0)`
};
