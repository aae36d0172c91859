import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { listBlankRuns, type BlankRun } from '$lib/server/db/ledgers/blank-runs';
import { listRowsAt, updateTexts } from '$lib/server/db/ledgers/import-rows';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { decideImportRows, type SingleDecisions } from './decide-rows';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';
import { mendImport, mendTexts, type MendCommand } from './mend-import';
import { areColumnsChanged, areColumnsTwice, setImportColumns, type SetColumnsCommand } from './set-columns';
import { openRowText, textsOf } from './row-text';

/** Lines below one another whose village or group is blank, and what the line above them says. */
export interface ShownRun {
	column: LedgerColumn;
	above: number;
	text: string;
	nths: number[];
}

/** The runs of blank cells of a draft that are still to be answered, in the order of the file. */
export async function readBlankRuns(ctx: Context, imported: Import): Promise<ShownRun[]> {
	const runs = await listBlankRuns(ctx.db, imported.id);
	const texts = await textsAbove(ctx, imported, runs);
	return runs.map(({ column, above, nths }) => ({
		column,
		above,
		nths,
		text: (texts.get(above)?.[column] ?? '').trim()
	}));
}

async function textsAbove(ctx: Context, imported: Import, runs: readonly BlankRun[]): Promise<Map<number, RowTexts>> {
	const rows = await listRowsAt(ctx.db, imported.id, [...new Set(runs.map(({ above }) => above))]);
	return new Map(rows.map((row) => [row.nth, textsOf(imported, openRowText(ctx, row))]));
}

export interface AnswerAboveCommand {
	id: string;
	importId: string;
	/** For runs (by their column and the line above them) whether the cells say the same as the line above, or nothing. */
	answers: readonly { column: LedgerColumn; above: number; isSame: boolean }[];
	/** The answer for all other runs; null: they stay open. */
	others: boolean | null;
}

/** Answers runs of blank cells: 同上, or really blank. Each run has its own answer; a village is never given to all blanks of a file. */
export async function answerAbove(
	ctx: Context,
	{ id, importId, answers, others }: AnswerAboveCommand
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const { found } = draft;
	const changes = new Map<number, { mended: RowTexts; sure: LedgerColumn[] }>();
	for (const { column, above, nths, text } of await readBlankRuns(ctx, found.import)) {
		const answer = answers.find((one) => one.column === column && one.above === above)?.isSame ?? others;
		if (answer === null) continue;
		for (const nth of nths) {
			const mended = { ...changes.get(nth)?.mended, [column]: answer ? text : '' };
			changes.set(nth, { mended, sure: [] });
		}
	}
	const changed = await mendTexts(ctx, importId, changes);
	return recordAct(
		ctx,
		{ ...actOn(id, 'mendImport', found), detail: { rows: changed.length, columns: ['village', 'group'] } },
		updateTexts(ctx.db, importId, changed),
		closed
	);
}

/** Each part has the id of its own act. */
export interface SettleImportCommand {
	importId: string;
	texts: Omit<MendCommand, 'importId'>;
	/** Whether rows that are wrong are read again also without a change. */
	isReadAgain: boolean;
	runs: Omit<AnswerAboveCommand, 'importId'>;
	decisions: { id: string; decisions: SingleDecisions };
	/** `isReadAgain`: whether every row is read again also without a change. */
	columns: Omit<SetColumnsCommand, 'importId'> & { isReadAgain: boolean };
}

/**
 * Does all that was typed and chosen about a draft: decisions first, then blank cells, then corrected texts, then which column is which. A row that
 * was corrected is not left out with the other wrong ones. What was not touched is no act. Nothing is done where the columns cannot be so.
 */
export async function settleImport(
	ctx: Context,
	{ importId, texts, isReadAgain, runs, decisions, columns: sent }: SettleImportCommand
): Promise<Result<object, DraftRefusal | 'columns-twice'>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const { isReadAgain: isReadWhole, ...named } = sent;
	const columns = { ...named, importId };
	const areSet = isReadWhole || areColumnsChanged(draft.found.import, columns);
	if (areSet && areColumnsTwice(columns.columns)) return { ok: false, refusal: 'columns-twice' };
	const touched = [...(texts.rows ?? []), ...(texts.sure ?? [])].map(({ nth }) => nth);
	const isWrongLeft = decisions.decisions.others?.state === 'wrong';
	const decided = isWrongLeft
		? { ...decisions.decisions, ask: [...(decisions.decisions.ask ?? []), ...touched] }
		: decisions.decisions;
	const { id: textsId, ...typed } = texts;
	const steps: (() => Promise<Result<object, DraftRefusal | 'columns-twice'>>)[] = [
		...(isAny(decided) ? [() => decideImportRows(ctx, { id: decisions.id, importId, decisions: decided })] : []),
		...(runs.answers.length > 0 || runs.others !== null ? [() => answerAbove(ctx, { ...runs, importId })] : []),
		...(isReadAgain || isAny(typed) ? [() => mendImport(ctx, { ...typed, id: textsId, importId })] : []),
		...(areSet ? [() => setImportColumns(ctx, columns)] : [])
	];
	for (const step of steps) {
		const done = await step();
		if (!done.ok) return done;
	}
	return { ok: true };
}

/** Whether one of some lists has something, or something else is given. */
const isAny = (parts: object): boolean =>
	Object.values(parts).some((part) => part !== undefined && (!Array.isArray(part) || part.length > 0));
