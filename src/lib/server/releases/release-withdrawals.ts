import { actorId } from '$lib/domain/people/actor';
import type { WithdrawalEnd } from '$lib/domain/releases/release';
import type { Result } from '$lib/domain/result';
import {
	findReleaseWithdrawal,
	insertReleaseWithdrawal,
	insertReleaseWithdrawalConfirmation,
	insertReleaseWithdrawalEnd
} from '$lib/server/db/releases/withdrawals';
import type { Context } from '../context';
import { done } from '../db/write';
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
 * Asks to take back all that was released of a figure's year, by an administrator of the town, with the reason: such as a bad import. Nothing
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

/**
 * Confirms a withdrawal, by another administrator than the one who asked: from now on the public reads that it was withdrawn. It is released anew
 * with the next snapshot of the year.
 */
export async function confirmReleaseWithdrawal(
	ctx: Context,
	{ id, withdrawalId }: { id: string; withdrawalId: string }
): Promise<Result<object, 'not-your-unit' | 'release-unknown' | 'same-person' | 'withdrawal-ended'>> {
	const found = await findReleaseWithdrawal(ctx.db, withdrawalId);
	if (!found) return { ok: false, refusal: 'release-unknown' };
	const byId = actorId(ctx.actor);
	const { unitId, figure, year } = found;
	if (byId === null || !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'confirmReleaseWithdrawal',
			subject: { type: 'release-withdrawal', id: withdrawalId },
			unitId,
			detail: { figure, year }
		},
		[insertReleaseWithdrawalConfirmation(ctx.db, { withdrawalId, at: ctx.now(), byId })],
		{
			...{ 'refusal:same-person': 'same-person', 'refusal:withdrawal-ended': 'withdrawal-ended' },
			'release_withdrawal_confirmations.withdrawal_id': done
		} as const
	);
}

interface EndCommand {
	/** Of the act. */
	id: string;
	withdrawalId: string;
}

type EndRefusal = 'not-your-unit' | 'release-unknown' | 'same-person' | 'withdrawal-ended';

/** Takes back a request that waits, by the administrator who asked: nothing was withdrawn, and it may be asked for again. */
export const takeBackReleaseWithdrawal = (ctx: Context, command: EndCommand) =>
	endReleaseWithdrawal(ctx, command, { verb: 'takeBackReleaseWithdrawal', outcome: 'taken-back' });

/** Refuses a request that waits, by another administrator than the one who asked: nothing is withdrawn. */
export const refuseReleaseWithdrawal = (ctx: Context, command: EndCommand) =>
	endReleaseWithdrawal(ctx, command, { verb: 'refuseReleaseWithdrawal', outcome: 'refused' });

async function endReleaseWithdrawal(
	ctx: Context,
	{ id, withdrawalId }: EndCommand,
	{ verb, outcome }: { verb: string; outcome: WithdrawalEnd }
): Promise<Result<object, EndRefusal>> {
	const found = await findReleaseWithdrawal(ctx.db, withdrawalId);
	if (!found) return { ok: false, refusal: 'release-unknown' };
	const byId = actorId(ctx.actor);
	const { unitId, figure, year } = found;
	if (byId === null || !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb, subject: { type: 'release-withdrawal', id: withdrawalId }, unitId, detail: { figure, year } },
		[insertReleaseWithdrawalEnd(ctx.db, { withdrawalId, outcome, at: ctx.now(), byId })],
		{
			...{ 'refusal:same-person': 'same-person', 'refusal:withdrawal-ended': 'withdrawal-ended' },
			'release_withdrawal_ends.withdrawal_id': 'withdrawal-ended'
		} as const
	);
}
