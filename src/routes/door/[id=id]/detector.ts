import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads the text of a QR code out of a picture of the camera; null when there is none. */
export type Read = (picture: HTMLVideoElement) => Promise<string | null>;

interface Detector {
	detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
	new (options: { formats: ['qr_code'] }): Detector;
	getSupportedFormats(): Promise<string[]>;
}

/** The browser's own reader where it has one, else ours, which is loaded only now. */
export async function openDetector(): Promise<Read> {
	const native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
	const reads = native && (await native.getSupportedFormats()).includes('qr_code');
	const detector = new (reads ? native : await loadDetector())({ formats: ['qr_code'] });
	return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
}

async function loadDetector(): Promise<DetectorClass> {
	const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
	prepareZXingModule({ overrides: { locateFile: () => wasm } });
	return BarcodeDetector as unknown as DetectorClass;
}
