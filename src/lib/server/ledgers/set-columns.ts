import type { Calendar } from '$lib/domain/birthdays/elder';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { updateAllUnread } from '$lib/server/db/ledgers/import-rows';
import { updateImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';
import { noteColumn } from './row-text';

export interface SetColumnsCommand {
	id: string;
	importId: string;
	columns: (LedgerColumn | null)[];
	year: number | null;
	villageId: string | null;
	calendar: Calendar | null;
}

type SetColumnsRefusal = DraftRefusal | 'columns-twice';

/** Whether what is sent of the columns is not as it is kept. */
export const areColumnsChanged = (
	imported: Pick<SetColumnsCommand, 'columns' | 'year' | 'villageId' | 'calendar'>,
	{ columns, year, villageId, calendar }: SetColumnsCommand
): boolean =>
	imported.year !== year ||
	imported.villageId !== villageId ||
	imported.calendar !== calendar ||
	columns.some((column, at) => column !== (imported.columns[at] ?? null));

/** Whether two columns are said to be the same one. Several may be kept as a note. */
export function areColumnsTwice(columns: SetColumnsCommand['columns']): boolean {
	const named = columns.filter((column) => column !== null && column !== noteColumn);
	return new Set(named).size < named.length;
}

/** Sets which column is which, and what holds for rows that do not say it: every row is to be read again. */
export async function setImportColumns(
	ctx: Context,
	{ id, importId, columns, year, villageId, calendar }: SetColumnsCommand
): Promise<Result<object, SetColumnsRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	if (areColumnsTwice(columns)) return { ok: false, refusal: 'columns-twice' };
	const { headings } = draft.found.import;
	const change = { columns: headings.map((_, at) => columns[at] ?? null), year, villageId, calendar };
	return recordAct(
		ctx,
		{ ...actOn(id, 'setImportColumns', draft.found), detail: { columns: change.columns, year, calendar } },
		[updateImport(ctx.db, importId, change), ...updateAllUnread(ctx.db, importId)],
		closed
	);
}
