import type { Context } from '$lib/server/context';
import { publicReadings, readReviewReleases } from '$lib/server/reviews/public-readings';
import { readReportReadings } from '$lib/server/reviews/report-readings';
import type { openReport } from './open-report';

/**
 * What fills in the text of a review as of now. `counted`: its figures as the desk counts them; `readings`: as the public text prints them, which
 * differs once its year is closed. `publicly` makes the latter of other readings, such as a draft's.
 */
export async function readFacts(
	ctx: Context,
	{ report: { unitId, year }, unit }: Pick<Awaited<ReturnType<typeof openReport>>, 'report' | 'unit'>
) {
	const [counted, published] = await Promise.all([
		readReportReadings(ctx, { unitId, year, today: ctx.today() }),
		readReviewReleases(ctx, { unitId, year })
	]);
	const publicly = (readings: typeof counted) => publicReadings(ctx, { readings, year, published });
	return { year, unitName: unit.name, counted, readings: await publicly(counted), publicly };
}
