import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { encode } from 'uqr';

const [width, height, frames] = [640, 480, 4];

/** A browser whose camera sees a QR code that says `text`. `close` ends it and removes the film. */
export async function openCamera(text: string): Promise<{ browser: Browser; close(): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-film-'));
	const film = join(folder, 'slip.y4m');
	filmCode(film, text);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`
		]
	});
	const close = async () => {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	};
	return { browser, close };
}

/** Writes a short film (Y4M) of a QR code that says `text`, for Chromium's fake camera. */
function filmCode(path: string, text: string): void {
	const { data, size } = encode(text, { border: 4 });
	const scale = Math.floor(height / size);
	const [left, top] = [(width - size * scale) >> 1, (height - size * scale) >> 1];
	const light = Buffer.alloc(width * height, 235);
	data.forEach((row, y) =>
		row.forEach((isDark, x) => {
			if (!isDark) return;
			for (let line = 0; line < scale; line++) {
				const from = (top + y * scale + line) * width + left + x * scale;
				light.fill(16, from, from + scale);
			}
		})
	);
	const grey = Buffer.alloc((width * height) / 2, 128);
	const frame = Buffer.concat([Buffer.from('FRAME\n'), light, grey]);
	const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
	writeFileSync(path, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]));
}
