import { lineOf, sheetsRead, type SheetAccount } from '$lib/domain/ledgers/sheets/sheet-account';
import { m } from '$lib/paraglide/messages.js';

/** A line of a file as people find it: 第 7 行, and where several sheets were read, of which. */
export function lineText(sheets: readonly SheetAccount[], nth: number): string {
	const { sheet, line } = lineOf(sheets, nth);
	return sheet && sheetsRead(sheets) > 1
		? m.imports_sheet_line({ sheet: sheet.name, nth: line })
		: m.imports_line({ nth: line });
}

/** What became of a sheet of a file, with its lines. */
export function sheetText({ leftOut, lines, above }: SheetAccount): string {
	if (leftOut === 'hidden') return m.imports_sheet_hidden({ count: lines });
	if (leftOut === 'no-heading') return m.imports_sheet_no_heading({ count: lines });
	if (leftOut === 'not-asked-for') return m.imports_sheet_not_asked_for({ count: lines });
	return m.imports_sheet_read({ count: lines - above });
}
