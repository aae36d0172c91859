import { stripJpeg } from '../files/strip-jpeg';
import { stripPng, stripWebp } from '../files/strip-image';
import { listZipEntries } from '../files/zip-entries';

export const fileKinds = ['photo', 'material'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What may be put beside an event. Bytes. */
export const fileLimits: Record<FileKind, { most: number; bytes: number }> = {
	photo: { most: 6, bytes: 2 * 1024 * 1024 },
	material: { most: 6, bytes: 5 * 1024 * 1024 }
};

export const fileFormats = ['jpeg', 'png', 'webp', 'pdf', 'docx', 'pptx', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const mediaTypes: Record<FileFormat, string> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

const allowed: Record<FileKind, readonly FileFormat[]> = {
	photo: ['jpeg', 'png', 'webp'],
	material: ['pdf', 'docx', 'pptx', 'xlsx', 'jpeg']
};

/** What the bytes themselves say they are, whatever the name claims; null for anything else, and for office files with macros. */
export function readFormat(bytes: Uint8Array): FileFormat | null {
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
	if (textAt(bytes, 0, 5) === '%PDF-') return 'pdf';
	return textAt(bytes, 0, 4) === 'PK\u0003\u0004' ? readOfficeFormat(bytes) : null;
}

function readOfficeFormat(bytes: Uint8Array): FileFormat | null {
	const names = (listZipEntries(bytes) ?? []).map(({ name }) => name);
	if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
	const folders = { docx: 'word/', pptx: 'ppt/', xlsx: 'xl/' } as const;
	const found = (Object.keys(folders) as (keyof typeof folders)[]).filter((format) =>
		names.some((name) => name.startsWith(folders[format]))
	);
	return found.length === 1 ? found[0]! : null;
}

const strippers: Partial<Record<FileFormat, (bytes: Uint8Array) => Uint8Array | null>> = {
	jpeg: stripJpeg,
	png: stripPng,
	webp: stripWebp
};

export type FileDecision =
	| { ok: true; format: FileFormat; bytes: Uint8Array }
	| { ok: false; refusal: 'file-missing' | 'file-too-large' | 'file-kind-wrong' | 'file-broken' };

/** Whether a file may be kept beside an event. A picture comes out without what its camera wrote into it: place, time, device, preview. */
export function decideFile(kind: FileKind, bytes: Uint8Array): FileDecision {
	if (bytes.length === 0) return { ok: false, refusal: 'file-missing' };
	if (bytes.length > fileLimits[kind].bytes) return { ok: false, refusal: 'file-too-large' };
	const format = readFormat(bytes);
	if (format === null || !allowed[kind].includes(format)) return { ok: false, refusal: 'file-kind-wrong' };
	const strip = strippers[format];
	const kept = strip ? strip(bytes) : bytes;
	return kept ? { ok: true, format, bytes: kept } : { ok: false, refusal: 'file-broken' };
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);

/** Bytes as text, one character a byte. */
const textAt = (bytes: Uint8Array, from: number, length: number) =>
	String.fromCharCode(...bytes.subarray(from, from + length));
