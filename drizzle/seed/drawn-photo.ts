import { crc32, deflateSync } from 'node:zlib';
import type { Dice } from './dice';

const [width, height] = [480, 360];
const [paper, wall, board, ink, red, jade, wood] = [0, 1, 2, 3, 4, 5, 6];
const palette = ['f7f2e6', 'e9dfc8', '33443c', '231e18', 'ad2a1e', '17634f', '9a7a52'];

/**
 * A picture in place of a photo, drawn dot by dot: a courtyard, a board, a speaker, people on stools seen from behind.
 * It shows no real person. Out: a PNG.
 */
export function drawPhoto(dice: Dice): Buffer {
	const dots = Array.from({ length: height }, (_, y) => new Uint8Array(width).fill(y < 210 ? wall : paper));
	const dot = (x: number, y: number, colour: number) => {
		if (dots[y]?.[x] !== undefined) dots[y][x] = colour;
	};
	const box = (left: number, top: number, wide: number, high: number, colour: number) => {
		for (let y = top; y < top + high; y++) for (let x = left; x < left + wide; x++) dot(x, y, colour);
	};
	const disc = (cx: number, cy: number, rx: number, ry: number, colour: number) => {
		for (let y = cy - ry; y <= cy + ry; y++)
			for (let x = cx - rx; x <= cx + rx; x++) if (((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1) dot(x, y, colour);
	};
	box(0, 206, width, 4, wood);
	box(128, 48, 210, 118, wood);
	box(134, 54, 198, 106, board);
	for (let line = 0; line < 4; line++) box(152, 74 + line * 20, dice.between(70, 150), 4, paper);
	box(40, 20, 400, 3, red);
	for (let flag = 0; flag < 10; flag++) disc(60 + flag * 40, 30, 7, 9, flag % 2 ? red : jade);
	disc(372, 112, 15, 18, wood);
	box(352, 130, 40, 82, jade);
	for (let arm = 0; arm < 46; arm++) box(352 - arm, 140 - Math.round(arm / 3), 6, 8, jade);
	for (let row = 0; row < 3; row++) {
		for (let seat = 0; seat < 6 + row; seat++) {
			const x = 40 + row * -8 + seat * 72 + dice.between(-8, 8);
			const y = 232 + row * 44;
			box(x - 12, y + 34, 24, 14, wood);
			disc(x, y + 26, 20, 20, dice.pick([ink, red, jade, board]));
			disc(x, y, 12, 14, dice.pick([ink, ink, wall]));
		}
	}
	return png(dots);
}

function png(rows: readonly Uint8Array[]): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3, 0, 0, 0], 8);
	const data = deflateSync(Buffer.concat(rows.map((row) => Buffer.from([0, ...row]))), { level: 9 });
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', head),
		chunk('PLTE', Buffer.from(palette.join(''), 'hex')),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
