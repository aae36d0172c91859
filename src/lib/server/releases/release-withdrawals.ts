import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import {
	findReleaseWithdrawal,
	insertReleaseWithdrawal,
	insertReleaseWithdrawalConfirmation,
	insertReleaseWithdrawalEnd
} from '$lib/server/db/releases/withdrawals';
import type { Statement } from '$lib/server/db/statement';
import type { Context } from '../context';
import { mayAdminister } from '../people/rights';
import { recordAct } from '../record-act';

export interface AskReleaseWithdrawalCommand {
	/** Of the withdrawal and of the act. */
	id: string;
	unitId: string;
	figure: string;
	year: number;
	reason: string;
}

/**
 * Asks to take back all that was released of a figure's year, and of the figures that it could be worked out from (`boundTo`), by an administrator of the town, with the reason: such as a bad import. Nothing
 * changes in public until another administrator confirms it. Refusals: nothing of it is released; it is asked already.
 */
export async function askReleaseWithdrawal(
	ctx: Context,
	{ id, unitId, figure, year, reason }: AskReleaseWithdrawalCommand
): Promise<Result<object, 'not-your-unit' | 'release-unknown' | 'withdrawal-waits'>> {
	const byId = actorId(ctx.actor);
	if (byId === null || !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'askReleaseWithdrawal',
			subject: { type: 'release-withdrawal', id },
			unitId,
			detail: { figure, year },
			reason
		},
		[insertReleaseWithdrawal(ctx.db, { id, unitId, figure, year, reason, at: ctx.now(), byId })],
		{ 'refusal:release-unknown': 'release-unknown', 'refusal:withdrawal-waits': 'withdrawal-waits' } as const
	);
}

interface SettleCommand {
	/** Of the act. */
	id: string;
	withdrawalId: string;
}

type SettleRefusal = 'not-your-unit' | 'release-unknown' | 'same-person' | 'withdrawal-ended';

/**
 * Confirms a withdrawal, by another administrator than the one who asked: from now on the public reads that it was withdrawn. It is released anew
 * with the next snapshot of the year.
 */
export const confirmReleaseWithdrawal = (ctx: Context, command: SettleCommand) =>
	settleReleaseWithdrawal(ctx, command, 'confirmReleaseWithdrawal', (row) =>
		insertReleaseWithdrawalConfirmation(ctx.db, row)
	);

/** Takes back a request that waits, by the administrator who asked: nothing was withdrawn, and it may be asked for again. */
export const takeBackReleaseWithdrawal = (ctx: Context, command: SettleCommand) =>
	settleReleaseWithdrawal(ctx, command, 'takeBackReleaseWithdrawal', (row) =>
		insertReleaseWithdrawalEnd(ctx.db, { ...row, outcome: 'taken-back' })
	);

/** Refuses a request that waits, by another administrator than the one who asked: nothing is withdrawn. */
export const refuseReleaseWithdrawal = (ctx: Context, command: SettleCommand) =>
	settleReleaseWithdrawal(ctx, command, 'refuseReleaseWithdrawal', (row) =>
		insertReleaseWithdrawalEnd(ctx.db, { ...row, outcome: 'refused' })
	);

async function settleReleaseWithdrawal(
	ctx: Context,
	{ id, withdrawalId }: SettleCommand,
	verb: string,
	settle: (row: { withdrawalId: string; at: number; byId: string }) => Statement
): Promise<Result<object, SettleRefusal>> {
	const found = await findReleaseWithdrawal(ctx.db, withdrawalId);
	if (!found) return { ok: false, refusal: 'release-unknown' };
	const byId = actorId(ctx.actor);
	const { unitId, figure, year } = found;
	if (byId === null || !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb, subject: { type: 'release-withdrawal', id: withdrawalId }, unitId, detail: { figure, year } },
		[settle({ withdrawalId, at: ctx.now(), byId })],
		{
			...{ 'refusal:same-person': 'same-person', 'refusal:withdrawal-ended': 'withdrawal-ended' },
			'release_withdrawal_confirmations.withdrawal_id': 'withdrawal-ended',
			'release_withdrawal_ends.withdrawal_id': 'withdrawal-ended'
		} as const
	);
}
