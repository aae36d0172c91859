import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { longDate } from '$lib/ui/calendar/long-date';
import { isWithheld } from '$lib/ui/figures/chart-cell';
import { unitName } from '$lib/ui/units/unit-name';
import { drawCharts } from '../../../../trend-charts';
import { findChartId } from '../../../../chart-catalog';
import { openTrends } from '../../../../trend-page';

/** The chart of an address and the words that go with it; 404 where there is none of that name. */
export async function readChart(ctx: Context, name: string, url: URL) {
	const id = findChartId(name);
	if (id === null) error(404);
	const { report, words, root, query } = await openTrends(ctx, url);
	const { [id]: chart } = await drawCharts(ctx.db, query, words, [id]);
	const counted = { town: root ? unitName(root) : m.shell_name(), on: longDate(ctx.today()) };
	return {
		report,
		words,
		chart,
		source: m.trends_file_source(counted),
		note: isWithheld(chart.cells) ? m.trends_file_note() : '',
		/** Of the files, without its ending: held-by-month-2024-01-2024-12. */
		fileName: `${id}-${query.range.fromOn.slice(0, 7)}-${query.range.toOn.slice(0, 7)}`
	};
}
