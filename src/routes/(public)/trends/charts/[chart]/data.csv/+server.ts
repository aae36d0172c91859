import { m } from '$lib/paraglide/messages.js';
import { toCsv } from '$lib/server/ledgers/files/csv';
import { cellText, type ChartCell } from '$lib/ui/figures/chart-cell';
import { readChart } from '../read-chart';
import type { RequestHandler } from './$types';

/** A public chart's numbers as a table (CSV): what is withheld in the chart or not published yet is so here, in words; an empty cell has no data. A row of months has its first and its last. */
export const GET: RequestHandler = async ({ locals: { context: ctx }, params, url }) => {
	const { chart, source, note, fileName, ends } = await readChart(ctx, params.chart, url);
	const isByMonths = chart.kind === 'months';
	/** The words of a month that the chart does not reach; '' for a cell without data. */
	const beyond = ({ key }: ChartCell) => {
		if (!isByMonths || `${key}-01` <= ends.now) return '';
		return `${key}-01` > ends.today ? m.trends_file_to_come() : m.trends_file_unpublished();
	};
	const number = (value: number | null, shown: ChartCell['shown'], without: string) =>
		value ?? (shown === 'exact' ? without : cellText(value, shown));
	const rows = [
		[chart.title],
		...[note, source].filter(Boolean).map((line) => [line]),
		[...(isByMonths ? [m.trends_file_from(), m.trends_file_to()] : [chart.head]), chart.before, chart.now],
		...chart.cells.map((cell) => [
			...(isByMonths ? [cell.key, cell.toKey ?? cell.key] : [cell.label]),
			number(cell.previous, cell.previousShown, beyond(cell) && m.trends_file_uncompared()),
			number(cell.value, cell.shown, beyond(cell))
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
