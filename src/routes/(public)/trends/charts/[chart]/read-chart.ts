import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import type { Gap } from '$lib/domain/releases/gap';
import type { Context } from '$lib/server/context';
import { longDate } from '$lib/ui/calendar/long-date';
import { awaitedWords } from '$lib/ui/figures/awaited-words';
import { gapWords } from '$lib/ui/figures/gap-words';
import { isWithheld } from '$lib/ui/figures/chart-cell';
import { unitName } from '$lib/ui/units/unit-name';
import { readPart } from '$lib/server/figures/trend-asker';
import { chartsPart, type DrawnChart } from '../../../../trend-charts';
import { catalog, findChartId } from '../../../../chart-catalog';
import { openTrends } from '../../../../trend-page';

/** Of the released figure behind a chart: why there is no number, whether its line is published, and why it was taken back. */
interface Notes {
	gap: Gap | null;
	isReleased: boolean;
	reason: string | null;
}

/** Why a chart has nothing of its period. `notes`: null for the town's own work. */
function missingWords({ kind, now }: DrawnChart, notes: Notes | null): string {
	if (!notes) return m.trends_chart_empty({ now });
	if (notes.gap) return gapWords(notes.gap, now, { reason: notes.reason });
	return kind === 'bars' && notes.isReleased ? m.trends_chart_yearly({ now }) : m.trends_told_none({ now });
}

/** The chart of an address, of its lines at most those `most` with the most, and the words that go with it; 404 where there is none of that name. */
export async function readChart(ctx: Context, name: string, url: URL, most = Infinity) {
	const id = findChartId(name);
	if (id === null) error(404);
	const { report, words, root, query, notes, coverageGap } = await openTrends(ctx, url, catalog[id].line);
	const gap = id === 'coverage-by-village' ? coverageGap : notes && (notes.gap ?? notes.partsGap);
	const { [id]: chart } = await readPart(ctx.db, query, chartsPart([id], words, most));
	const missing = chart.cells.some(({ value }) => value !== null)
		? ''
		: missingWords(chart, notes && { gap, isReleased: notes.isPublished, reason: notes.withdrawnFor });
	const counted = { town: root ? unitName(root) : m.shell_name(), on: longDate(ctx.today()) };
	return {
		report,
		chart,
		source: m.trends_file_source(counted),
		/** Why the period asked for has no number at all; '' where it has. */
		missing,
		note: [missing, isWithheld(chart.cells) ? m.trends_file_note() : '', awaitedWords(notes?.awaited ?? null) ?? '']
			.filter(Boolean)
			.join(' '),
		cut: chart.leftOut > 0 ? m.trends_left_out({ shown: chart.cells.length, left: chart.leftOut }) : '',
		/** Of the files, without its ending: held-by-month-2024-01-2024-12. */
		fileName: `${id}-${query.range.fromOn.slice(0, 7)}-${query.range.toOn.slice(0, 7)}`
	};
}
