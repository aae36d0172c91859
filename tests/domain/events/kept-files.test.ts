import { describe, expect, test } from 'vitest';
import { decideFile, fileLimits } from '$lib/domain/events/event-file';
import { jpeg, png, webp, webpChunk } from '../../integration/ledgers/sample-pictures';
import { pdf } from '../../integration/ledgers/sample-documents';

describe('what may be kept', () => {
	test('a photo is a picture up to 2 MB, a material a document or a JPEG up to 5 MB', () => {
		expect(decideFile('photo', pdf())).toEqual({ ok: false, refusal: 'file-kind-wrong' });
		expect(decideFile('material', png())).toEqual({ ok: false, refusal: 'file-kind-wrong' });
		expect(decideFile('material', jpeg())).toMatchObject({ ok: true, format: 'jpeg' });
		expect(decideFile('photo', Buffer.alloc(0))).toEqual({ ok: false, refusal: 'file-missing' });
		for (const kind of ['photo', 'material'] as const) {
			const large = Buffer.alloc(fileLimits[kind].bytes + 1);
			expect(decideFile(kind, large)).toEqual({ ok: false, refusal: 'file-too-large' });
		}
	});

	test('half a picture is refused', () => {
		expect(decideFile('photo', jpeg().subarray(0, -2))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', png().subarray(0, -3))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', webp([]))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', webp([webpChunk('VP8 ', Buffer.alloc(9))]).subarray(0, -4))).toEqual({
			ok: false,
			refusal: 'file-broken'
		});
	});
});
