import { test as property } from '../../properties';
import { describe, expect } from 'vitest';
import { stripPng, stripWebp } from '$lib/domain/files/strip-image';
import { stripJpeg } from '$lib/domain/files/strip-jpeg';
import { exif, jpeg, png, pngChunk, segment, webp, webpChunk } from '../../integration/ledgers/sample-pictures';
import { cut, damaged } from './damaged-bytes';

const text = Buffer.from('secret place');
const pictures = {
	JPEG: { strip: stripJpeg, whole: jpeg([exif(6), segment(0xe2, Buffer.from('ICC_PROFILE\0')), segment(0xfe, text)]) },
	PNG: { strip: stripPng, whole: png([pngChunk('tEXt', text), pngChunk('eXIf', exif(6))]) },
	WebP: { strip: stripWebp, whole: webp([webpChunk('VP8 ', Buffer.alloc(11, 7)), webpChunk('EXIF', text)]) }
};

describe.each(Object.entries(pictures))('a %s', (_, { strip, whole }) => {
	property.prop([cut(whole)])('that is cut off anywhere is refused', (bytes) => {
		expect(strip(bytes)).toBeNull();
	});

	property.prop([damaged(whole)], { numRuns: 500 })(
		'that is damaged is refused, or comes out as a picture that has nothing left to lose',
		(bytes) => {
			const kept = strip(bytes);
			if (kept) expect(Buffer.from(kept).equals(strip(kept) ?? Buffer.alloc(0))).toBe(true);
		}
	);
});
