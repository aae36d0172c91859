import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const { resolve } = createRequire(import.meta.url);
prepareZXingModule({
	overrides: { wasmBinary: readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer as ArrayBuffer }
});

/** What a phone's camera would read from a QR code on the page. */
export async function readCode(code: Locator): Promise<string> {
	const [read] = await readBarcodes(await code.screenshot(), { formats: ['QRCode'] });
	if (!read) throw new Error('no QR code can be read there');
	return read.text;
}
