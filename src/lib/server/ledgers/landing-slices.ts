import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { giveWay } from '$lib/server/db/give-way';
import { eraseTextsOf, listNewLines } from '$lib/server/db/ledgers/import-rows';
import { advance, insertProgress, insertRefusal, type Slice, type Work } from '$lib/server/db/ledgers/import-progress';
import { insertImportRecords } from '$lib/server/db/ledgers/imported-records';
import type { Import } from '$lib/server/db/ledgers/imports';
import { recordId, type Stamp } from '$lib/server/db/ledgers/landing';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { closed } from './draft';
import { ledgerServices } from './ledger-services';
import type { Pace, Step } from './slices';

/** A file that contradicts itself: a month is checked zero, and has records. */
const contradictions = {
	'refusal:month-has-records': 'month-contradicts-file',
	'refusal:month-checked-zero': 'month-contradicts-file'
} as const;

/** What a landing as a whole is refused for. */
export const refusals = {
	...closed,
	...contradictions,
	'import_landings.import_id': 'import-closed',
	'refusal:import-not-ready': 'import-not-ready',
	'refusal:': 'import-outdated',
	'UNIQUE constraint': 'import-outdated',
	'FOREIGN KEY': 'import-outdated'
} as const;

/** What a single line is refused for, once others have landed. A rule refuses by its own code. */
export const lineRefusals = {
	...contradictions,
	'UNIQUE constraint': 'import-line-outdated',
	'FOREIGN KEY': 'import-line-outdated'
} as const;

/** The next lines of an import to be written: so many new rows, with the lines between them that become none. */
export async function nextLines(
	{ db }: Context,
	{ id: importId, ledger }: Import,
	{ after, rows }: { after: string; rows: number }
): Promise<Slice & { lines: number[] }> {
	const most = ledgerServices[ledger].isWhole ? ledgerDefinitions[ledger].mostRows : rows;
	const lines = await listNewLines(db, importId, { after: Number(after), most: most + 1 });
	const to = lines.length > most ? String(lines[most - 1]) : null;
	return { importId, after, to, lines: lines.slice(0, most) };
}

/** Makes records of a slice, which know their import, and erases its texts. */
export async function landSlice(ctx: Context, { ledger }: Import, slice: Slice, stamp: Stamp): Promise<Statements> {
	const service = ledgerServices[ledger];
	const recordType = ledgerDefinitions[ledger].record;
	return [
		...(await service.land(ctx, slice, stamp)),
		insertImportRecords(ctx.db, slice, { recordType, recordId: service.recordId ?? recordId }),
		eraseTextsOf(ctx.db, slice),
		advance(ctx.db, slice)
	];
}

/** Tries every slice after the line `after`: the first refusal there is, and nothing is written. */
export async function tryLines(
	ctx: Context,
	imported: Import,
	{ after, stamp, pace }: { after: string | null; stamp: Stamp; pace: Pace }
): Promise<Result<object, (typeof refusals)[keyof typeof refusals]>> {
	while (after !== null) {
		const slice = await nextLines(ctx, imported, { after, rows: pace.rows() });
		const statements = [
			insertProgress(ctx.db, imported.id, '', after),
			...(await landSlice(ctx, imported, slice, stamp))
		];
		const tried = await pace.time(() => ctx.writer.tryOut(statements, refusals));
		if (!tried.ok) return tried as { ok: false; refusal: (typeof refusals)[keyof typeof refusals] };
		after = slice.to;
		await giveWay();
	}
	return { ok: true };
}

/** The next slice of a landing. A line that is refused by now is noted with why, and becomes no record. */
export async function nextToLand(
	ctx: Context,
	{ import: imported, landing, progress }: Work,
	rows: number
): Promise<Step> {
	const slice = await nextLines(ctx, imported, { after: progress.reached, rows });
	const { at, byId } = landing;
	return {
		rows: slice.lines.length,
		statements: await landSlice(ctx, imported, slice, { at, byId: byId! }),
		without: (refusal) => [
			insertRefusal(ctx.db, slice, slice.lines[0]!, refusal),
			eraseTextsOf(ctx.db, slice),
			advance(ctx.db, slice)
		]
	};
}
