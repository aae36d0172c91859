import { openEventKinds } from '$lib/domain/releases/figure-class';
import { monthlyTrend } from './trends';

/**
 * People who came (人次) to completed events, by the event's month. Who only signed up is not among them, nor who came to a blood drive or a
 * birthday banquet: of those the public reads what is released alone.
 */
export const attendanceByMonth = monthlyTrend({
	of: [{ measure: 'events', kinds: openEventKinds, by: 'adds' }],
	startOn: ({ events }) => events,
	events: openEventKinds
});
