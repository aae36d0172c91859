import { drawFile } from '$lib/ui/figures/chart-file';
import { readChart } from '../read-chart';
import type { RequestHandler } from './$types';

/** More lines make a picture too long for any paper or screen. */
const linesDrawn = 40;

/** A public chart as a picture file of its own, in the reader's language. */
export const GET: RequestHandler = async ({ locals: { context: ctx }, params, url }) => {
	const { chart, source, note, cut, fileName } = await readChart(ctx, params.chart, url, linesDrawn);
	return new Response(drawFile({ ...chart, source, notes: [cut, note] }), {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'content-disposition': `${url.searchParams.has('show') ? 'inline' : 'attachment'}; filename="${fileName}.svg"`,
			'cache-control': 'private, no-cache',
			// The file needs nothing else: nothing is run or fetched, wherever it is opened.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'"
		}
	});
};
