import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { answerAbove, type AnswerAboveCommand } from './answer-above';
import { decideImportRows, type SingleDecisions } from './decide-rows';
import type { DraftRefusal } from './draft';
import { mendImport, type MendCommand } from './mend-import';

/** Each part has the id of its own act. */
export interface SettleImportCommand {
	importId: string;
	texts: Omit<MendCommand, 'importId'>;
	/** Whether rows that are wrong are read again also without a change. */
	isReadAgain: boolean;
	runs: Omit<AnswerAboveCommand, 'importId'>;
	decisions: { id: string; decisions: SingleDecisions };
}

/**
 * Does all that was typed and chosen about the rows of a draft: decisions first, then blank cells, then corrected texts. A row that was corrected
 * is not left out with the other wrong ones. What was not touched is no act.
 */
export async function settleImport(
	ctx: Context,
	{ importId, texts, isReadAgain, runs, decisions }: SettleImportCommand
): Promise<Result<object, DraftRefusal>> {
	const touched = [...(texts.rows ?? []), ...(texts.sure ?? [])].map(({ nth }) => nth);
	const isWrongLeft = decisions.decisions.others?.state === 'wrong';
	const decided = isWrongLeft
		? { ...decisions.decisions, ask: [...(decisions.decisions.ask ?? []), ...touched] }
		: decisions.decisions;
	const { id: textsId, ...typed } = texts;
	const steps: (() => Promise<Result<object, DraftRefusal>>)[] = [
		...(isAny(decided) ? [() => decideImportRows(ctx, { id: decisions.id, importId, decisions: decided })] : []),
		...(runs.answers.length > 0 || runs.others !== null ? [() => answerAbove(ctx, { ...runs, importId })] : []),
		...(isReadAgain || isAny(typed) ? [() => mendImport(ctx, { ...typed, id: textsId, importId })] : [])
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
