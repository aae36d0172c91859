import { isHeldBack } from '$lib/domain/figures/trend';
import { barText, festivalsOfMonths, festivalsText, isCompared, numberHeight, type ChartCell } from './chart-cell';
import { safe, text, hollow, solid } from './svg';
import { fileColours } from './file-colours';

const song =
	"'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', SimSun, Georgia, serif";
const sans =
	"'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif";

export interface ChartFile {
	kind: 'months' | 'bars';
	title: string;
	/** The two periods' words. */
	now: string;
	before: string;
	cells: readonly ChartCell[];
	/** Festivals by the key of their month. */
	festivals: readonly { key: string; name: string }[];
	/** Where the scale of bars ends; null: at the longest of them. */
	full?: number | null;
	/** Who counted what, and when it was drawn. */
	source: string;
	/** What is left out, and what withheld numbers mean; empty where there is nothing to say. */
	notes: readonly string[];
}

const width = 1200;
const margin = 60;
const inner = width - 2 * margin;

/** A chart as a whole SVG document, 1200 wide, without script, style sheet or anything fetched: for a paper, a slide, a message. */
export function drawFile(chart: ChartFile): string {
	const body = chart.kind === 'months' ? drawMonths(chart) : drawBars(chart);
	const height = 150 + body.height + 90;
	const festivals = chart.kind === 'months' ? festivalsText(chart.cells, chart.festivals) : '';
	const notes = [festivals, ...chart.notes, chart.source].filter(Boolean);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(chart.title)}" font-family="${safe(sans)}">`,
		`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="${fileColours.line}" stroke-width="2.4"/></pattern></defs>`,
		`<rect width="${width}" height="${height}" fill="${fileColours.paper}"/>`,
		`<text x="${margin}" y="70" font-size="36" font-weight="700" font-family="${safe(song)}" fill="${fileColours.ink}">${safe(chart.title)}</text>`,
		drawKey(chart),
		`<g transform="translate(${margin} 150)">${body.marks}</g>`,
		...notes.map((note, at) =>
			text(note, { x: margin, y: height - 24 - 26 * (notes.length - 1 - at), size: 18, fill: fileColours.inkSoft })
		),
		'</svg>'
	].join('\n');
}

function drawKey({ now, before, cells }: ChartFile): string {
	const next = margin + 44 + 22 * [...now].length + 30;
	return [
		`<rect x="${margin}" y="94" width="24" height="24" fill="${fileColours.ink}"/>`,
		text(now, { x: margin + 36, y: 114, size: 22 }),
		...(isCompared(cells)
			? [hollow({ x: next, y: 94, wide: 24, high: 24 }), text(before, { x: next + 36, y: 114, size: 22 })]
			: [])
	].join('');
}

function drawMonths({ cells, festivals }: ChartFile): { marks: string; height: number } {
	const plot = 420;
	const room = 26;
	const most = mostOf(cells);
	const step = inner / Math.max(cells.length, 1);
	const wide = Math.min(step * 0.78, 120);
	const high = (value: number | null, shown: ChartCell['shown']) =>
		isHeldBack(shown) ? 24 : ((value ?? 0) / most) * (plot - 40);
	const marks = cells.map((cell, at) => {
		const middle = step * (at + 0.5);
		const [is, was] = [high(cell.value, cell.shown), high(cell.previous, cell.previousShown)];
		const names = festivalsOfMonths(cell, festivals);
		return [
			was > 0 &&
				hollow({ x: middle - wide / 2, y: plot - was, wide, high: was, dashed: isHeldBack(cell.previousShown) }),
			is > 0 && solid({ x: middle - wide * 0.3, y: plot - is, wide: wide * 0.6, high: is, shown: cell.shown }),
			was > is + room &&
				text(barText(cell.previous, cell.previousShown, cell.wasTop), {
					x: middle,
					y: plot - was - 8,
					size: 18,
					fill: fileColours.inkSoft,
					anchor: 'middle'
				}),
			text(barText(cell.value, cell.shown, cell.isTop), {
				x: middle,
				y: plot - numberHeight(is, was, room) - 8,
				size: 20,
				anchor: 'middle',
				bold: true
			}),
			text(cell.label, { x: middle, y: plot + 32, size: cells.length > 14 ? 14 : 20, anchor: 'middle' }),
			...names.map((name, nth) =>
				text(name, {
					x: middle,
					y: plot + 60 + nth * 24,
					size: 18,
					fill: fileColours.seal,
					anchor: 'middle',
					bold: true
				})
			)
		];
	});
	const base = `<line x1="0" x2="${inner}" y1="${plot}" y2="${plot}" stroke="${fileColours.ink}" stroke-width="2"/>`;
	return { marks: [...marks.flat().filter(Boolean), base].join(''), height: plot + 110 };
}

function drawBars({ cells, full }: ChartFile): { marks: string; height: number } {
	const line = 84;
	const most = full ?? mostOf(cells);
	const long = (value: number | null, shown: ChartCell['shown']) =>
		isHeldBack(shown) ? 44 : ((value ?? 0) / most) * inner;
	const marks = cells.map((cell, at) => {
		const top = at * line;
		const [is, was] = [long(cell.value, cell.shown), long(cell.previous, cell.previousShown)];
		const earlier = isCompared(cells) ? `${barText(cell.previous, cell.previousShown, cell.wasTop)} → ` : '';
		const counts = earlier + barText(cell.value, cell.shown, cell.isTop);
		return [
			text(cell.label, { x: 0, y: top + 24, size: 22 }),
			text(counts, { x: inner, y: top + 24, size: 22, anchor: 'end', bold: true }),
			was > 0 && hollow({ x: 0, y: top + 34, wide: was, high: 32, dashed: isHeldBack(cell.previousShown) }),
			is > 0 && solid({ x: 0, y: top + 41, wide: is, high: 18, shown: cell.shown })
		];
	});
	return { marks: marks.flat().filter(Boolean).join(''), height: cells.length * line };
}

const mostOf = (cells: readonly ChartCell[]) =>
	Math.max(1, ...cells.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]));
