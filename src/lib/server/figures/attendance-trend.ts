import { monthlyTrend } from './trends';

/** People who came (人次) to completed events, by the event's month. Who only signed up is not among them. */
export const attendanceByMonth = monthlyTrend({
	of: [{ measure: 'events', by: 'adds' }],
	startOn: ({ events }) => events
});
