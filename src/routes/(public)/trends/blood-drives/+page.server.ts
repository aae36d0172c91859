import { yearOf } from '$lib/domain/calendar/calendar';
import { releasedDrives, yearsWithoutDrives } from '$lib/server/blood/donation-trend';
import { numberedPage } from '$lib/server/numbered-pages';
import { readPublicFigures } from '$lib/server/releases/public-figures';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

const drivesOnPage = 50;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, notes } = await openTrends(ctx, url, 'blood-donations');
	const figures = await readPublicFigures(ctx, {
		...query,
		only: ['blood-donations', 'blood-millilitres', 'first-time-donors', 'repeat-donors']
	});
	const withoutDrives = yearsWithoutDrives(query);
	return {
		report,
		words,
		/** Donors are published of whole years: of a range of several the reasons are given year by year. */
		notes: yearOf(report.range.fromOn) === yearOf(report.range.toOn) ? notes : null,
		withoutDrives,
		figures,
		drives: numberedPage(url.searchParams, releasedDrives(query), { name: 'drives', size: drivesOnPage })
	};
};
