import { error } from '@sveltejs/kit';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { m } from '$lib/paraglide/messages.js';
import type { Gap } from '$lib/domain/releases/gap';
import type { Context } from '$lib/server/context';
import { longDate } from '$lib/ui/calendar/long-date';
import { awaitedWords } from '$lib/ui/figures/awaited-words';
import { gapWords } from '$lib/ui/figures/gap-words';
import { villageGapWords } from '$lib/ui/figures/village-gap-words';
import { isWithheld } from '$lib/ui/figures/chart-cell';
import { unitName } from '$lib/ui/units/unit-name';
import { readPart } from '$lib/server/figures/trend-asker';
import { chartsPart, type DrawnChart } from '../../../../trend-charts';
import { catalog, findChartId, type Entry } from '../../../../chart-catalog';
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

/** The end of a file's name: a month, or the day within one. */
const endText = (on: string) => (on === monthBoundsOf(on).toOn ? on.slice(0, 7) : on);

/** The chart of an address, of its lines at most those `most` with the most, and the words that go with it; 404 where there is none of that name. */
export async function readChart(ctx: Context, name: string, url: URL, most = Infinity) {
	const id = findChartId(name);
	if (id === null) error(404);
	const { line, cutBy, endOn }: Entry = catalog[id];
	const { words, query, ...opened } = await openTrends(ctx, url, cutBy ?? line);
	const { report, root, coverageGap, villageGap } = opened;
	const notes = line === null ? null : opened.notes;
	const gap = id === 'coverage-by-village' ? coverageGap : notes && (notes.gap ?? notes.partsGap);
	const { [id]: chart } = await readPart(ctx.db, query, chartsPart([id], words, most));
	const isByVillage = id === 'held-by-village' && villageGap !== null && gap === null;
	const isCut = id === 'held-by-occasion' && villageGap === 'coarser' && gap === null;
	const why = () =>
		isByVillage
			? villageGapWords(villageGap, { ...chart, year: report.year, isClosed: query.published.isClosed(report.year) })
			: missingWords(
					chart,
					notes && { gap: isCut ? 'coarser' : gap, isReleased: notes.isPublished, reason: notes.withdrawnFor }
				);
	const missing = chart.cells.some(({ value }) => value !== null) ? '' : why();
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
		fileName: `${id}-${query.range.fromOn.slice(0, 7)}-${endText(endOn?.(query) ?? query.periods.now.toOn)}`,
		/** The last day that it shows, and today (YYYY-MM-DD). */
		ends: { now: query.periods.now.toOn, today: query.today }
	};
}
