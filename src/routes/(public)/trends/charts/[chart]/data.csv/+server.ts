import { m } from '$lib/paraglide/messages.js';
import { toCsv } from '$lib/server/ledgers/files/csv';
import { cellText, type ChartCell } from '$lib/ui/figures/chart-cell';
import { readChart } from '../read-chart';
import type { RequestHandler } from './$types';

/** A public chart's numbers as a table (CSV): what is withheld in the chart is withheld here, in words. A row of months has its first and its last. */
export const GET: RequestHandler = async ({ locals: { context: ctx }, params, url }) => {
	const { chart, source, note, fileName } = await readChart(ctx, params.chart, url);
	const number = (value: number | null, shown: ChartCell['shown']) =>
		value ?? (shown === 'exact' ? '' : cellText(value, shown));
	const isByMonths = chart.kind === 'months';
	const rows = [
		[chart.title],
		...[note, source].filter(Boolean).map((line) => [line]),
		[...(isByMonths ? [m.trends_file_from(), m.trends_file_to()] : [chart.head]), chart.before, chart.now],
		...chart.cells.map((cell) => [
			...(isByMonths ? [cell.key, cell.toKey ?? cell.key] : [cell.label]),
			number(cell.previous, cell.previousShown),
			number(cell.value, cell.shown)
		])
	];
	return new Response(toCsv(rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName}.csv"`,
			'cache-control': 'private, no-cache'
		}
	});
};
