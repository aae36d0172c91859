// SVG as text.
import type { ChartCell } from './chart-cell';
import { fileColours } from './file-colours';

interface Box {
	x: number;
	y: number;
	wide: number;
	high: number;
}

const box = ({ x, y, wide, high }: Box) =>
	`x="${round(x)}" y="${round(y)}" width="${round(wide)}" height="${round(high)}"`;

/** A hatched rectangle for a number that is withheld. */
export const hollow = ({ dashed = false, ...at }: Box & { dashed?: boolean }) =>
	`<rect ${box(at)} fill="url(#hatch)" stroke="${fileColours.inkSoft}" stroke-width="1.4"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`;

/** A rectangle for a number: filled where it is exact. */
export const solid = ({ shown, ...at }: Box & { shown: ChartCell['shown'] }) =>
	shown === 'exact'
		? `<rect ${box(at)} fill="${fileColours.ink}"/>`
		: `<rect ${box(at)} fill="${fileColours.paper}" stroke="${fileColours.ink}" stroke-dasharray="4 3"/>`;

interface Written {
	x: number;
	y: number;
	size: number;
	fill?: string;
	anchor?: string;
	bold?: boolean;
}

export const text = (words: string, { x, y, size, fill = fileColours.ink, anchor, bold }: Written) =>
	`<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="700"' : ''}>${safe(words)}</text>`;

const round = (length: number) => Math.round(length * 10) / 10;

/** Words as they may stand in SVG. */
export const safe = (words: string) =>
	words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');
