import { encode } from 'uqr';

/** A QR code as a drawing: its edge in dots with the quiet zone, and the dark dots as the path of an SVG. */
interface QrDrawing {
	size: number;
	dark: string;
}

/** Some 5 KB each. */
const mostKept = 500;
const kept = new Map<string, QrDrawing>();

/** The QR code of a text. Those asked for last are kept: to make one takes longer than the rest of its page. */
export function drawQrCode(text: string): QrDrawing {
	const drawing = kept.get(text) ?? draw(text);
	kept.delete(text);
	kept.set(text, drawing);
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return drawing;
}

function draw(text: string): QrDrawing {
	const { size, data } = encode(text, { ecc: 'M', border: 4 });
	return { size, dark: data.map(barsOf).join('') };
}

/** The dark dots of a row, side by side as one bar. */
function barsOf(row: boolean[], y: number): string {
	let bars = '';
	for (let x = 0; x < row.length; x++) {
		if (!row[x]) continue;
		const from = x;
		while (row[x + 1]) x++;
		const length = x + 1 - from;
		bars += `M${from} ${y}h${length}v1h-${length}z`;
	}
	return bars;
}
