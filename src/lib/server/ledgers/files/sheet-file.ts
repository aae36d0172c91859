import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { HeadingWords } from '$lib/domain/ledgers/sheets/headings.js';
import type { ReadSheet } from '$lib/domain/ledgers/sheets/joined-sheets';
import type { Result } from '$lib/domain/result';

/** A ledger file is at most this large. Bytes. */
export const fileLimit = 12 * 1024 * 1024;

/** What the reading process may use and take: megabytes of heap, milliseconds. A ledger of 20,000 lines takes 60 MB and 3 s. */
const readerLimits = { heapMb: 384, timeoutMs: 30_000 };

export const sheetRefusals = [
	'ledger-too-large',
	'file-empty',
	'ledger-broken',
	'file-wrong-type',
	'file-old-xls',
	'file-locked',
	'file-has-macros',
	'file-has-links',
	'file-unpacks-too-large',
	'file-too-many-lines',
	'file-too-wide',
	'file-too-costly'
] as const;
export type SheetRefusal = (typeof sheetRefusals)[number];

/** What a file holds: its sheets, each with its heading and rows, and whether bare day numbers count from 1904. */
export interface SheetFile {
	sheets: ReadSheet[];
	is1904: boolean;
}

type Answer = Result<SheetFile, SheetRefusal>;

/**
 * The sheets of a workbook (XLSX, ODS), or the one of a text file (CSV; UTF-8, UTF-16 or GB18030), each with the ledger it carries, whose headings
 * are `known`. A process of its own (src/boot/read-sheet.js) reads them. Dates come as YYYY-MM-DD, with HH:mm where they have a time.
 */
export async function readSheetFile(bytes: Uint8Array, known: HeadingWords, limits = readerLimits): Promise<Answer> {
	if (bytes.length > fileLimit) return { ok: false, refusal: 'ledger-too-large' };
	const text = await inTurn(() => ask([Buffer.from(`${JSON.stringify(known)}\n`), bytes], limits));
	return text === null ? { ok: false, refusal: 'file-too-costly' } : (JSON.parse(text) as Answer);
}

/** The file that was asked to be read last. */
let last: Promise<unknown> = Promise.resolve();

/** Files are read one after the other: however many come at once, no more than one process has its memory and time. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
	const turn = last.then(read);
	last = turn.catch(() => {});
	return turn;
}

/** What the reading process says; null when it ran out of heap or time. */
function ask(input: readonly Uint8Array[], { heapMb, timeoutMs }: typeof readerLimits): Promise<string | null> {
	return new Promise((resolve) => {
		const script = join(process.cwd(), 'src', 'boot', 'read-sheet.js');
		const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, script], {
			stdio: ['pipe', 'pipe', 'ignore'],
			// The reading process gets none of this process's settings, above all no keys.
			env: {},
			timeout: timeoutMs,
			killSignal: 'SIGKILL'
		});
		const chunks: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stdin.on('error', () => {});
		child.on('error', () => resolve(null));
		child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null));
		for (const part of input) child.stdin.write(part);
		child.stdin.end();
	});
}
