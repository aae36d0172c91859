import type { TestTown } from '../test-town';
import { declareStart, putActivity, reportMonths, reportOneMonth, reportRest } from './activity-rows';
import { putBanquet, putDissuasion } from './banquet-rows';
import { putCase } from './case-rows';
import { putBirthdayGuest } from './birthday-rows';
import { putDonation, putEvent } from './event-rows';
import { putGrid, putMember } from './grid-rows';
import { putFeedbackSlip, putGuest } from './feedback-rows';
import { putPledge } from './pledge-rows';

/** Puts rows straight into a town's ledgers, for the tests of what is counted from them. */
export const ledgerOf = (town: TestTown) => ({
	banquet: putBanquet.bind(null, town),
	dissuasion: putDissuasion.bind(null, town),
	activity: putActivity.bind(null, town),
	case: putCase.bind(null, town),
	event: putEvent.bind(null, town),
	donation: putDonation.bind(null, town),
	pledge: putPledge.bind(null, town),
	guest: putGuest.bind(null, town),
	feedbackSlip: putFeedbackSlip.bind(null, town),
	grid: putGrid.bind(null, town),
	member: putMember.bind(null, town),
	birthdayGuest: putBirthdayGuest.bind(null, town),
	reportMonths: reportMonths.bind(null, town),
	reportMonth: reportOneMonth.bind(null, town),
	reportRest: reportRest.bind(null, town),
	declareStart: declareStart.bind(null, town)
});
