import { monthlyTrend } from './trends';

/** People signed up (人次) and not withdrawn, by the month in which they signed up, small numbers withheld. */
export const signupsByMonth = monthlyTrend({
	of: [{ measure: 'people-signed-up', by: 'adds' }],
	startOn: ({ events }) => events
});
