import { openOwn } from '$lib/server/people/open-record';
import { toCsv } from '$lib/server/ledgers/files/csv';
import { listRefusals } from '$lib/server/db/ledgers/import-progress';
import { listRows, type ImportRow } from '$lib/server/db/ledgers/import-rows';
import { findImport } from '$lib/server/db/ledgers/imports';
import { lineOf, sheetsRead, type SheetAccount } from '$lib/domain/ledgers/sheets/sheet-account';
import { m } from '$lib/paraglide/messages.js';
import { errorText, type ErrorCode } from '$lib/ui/elements/error-words';
import { faultText, markWords, rowStateWords, skipWords } from '$lib/ui/ledgers/import-words';
import { lineText, sheetText } from '$lib/ui/ledgers/line-words';
import type { RequestHandler } from './$types';

const whyOf = (sheets: readonly SheetAccount[], { skip, mark, likeNth, faults }: ImportRow): string => {
	if (skip) return skipWords[skip]();
	if (mark) return markWords[mark]();
	return likeNth === null ? faults.map(faultText).join(' ') : m.imports_that_line({ line: lineText(sheets, likeNth) });
};

/**
 * The result of every line of the file, by its number there. Nothing personal: the owner of the file finds the line in
 * it.
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	const ctx = locals.context;
	const found = await openOwn(ctx, await findImport(ctx.db, params.id), (one) => one.import.unitId);
	const rows = await listRows(ctx.db, params.id, { most: 100_000 });
	const refused = new Map((await listRefusals(ctx.db, params.id, 100_000)).map(({ nth, refusal }) => [nth, refusal]));
	const { sheets } = found.import;
	const numberOf = (nth: number) => (sheetsRead(sheets) > 1 ? lineText(sheets, nth) : lineOf(sheets, nth).line);
	const unread = sheets.flatMap((sheet) => (sheet.leftOut === null ? [] : [[sheet.name, sheetText(sheet), '']]));
	const lines = rows.map((row) => {
		const refusal = refused.get(row.nth);
		if (refusal) return [numberOf(row.nth), m.imports_row_refused(), errorText(refusal as ErrorCode)];
		return [
			numberOf(row.nth),
			found.landing && row.state === 'new' ? m.imports_row_landed() : rowStateWords[row.state](),
			whyOf(sheets, row)
		];
	});
	return new Response(
		toCsv([[m.imports_list_line(), m.imports_list_state(), m.imports_list_why()], ...lines, ...unread]),
		{
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="import-${params.id.slice(0, 8)}.csv"`
			}
		}
	);
};
