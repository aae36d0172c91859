import type { Context } from '../context';
import { findTextInForce, type PledgeText } from '$lib/server/db/pledges/pledge-texts';
import type { Pledge } from '$lib/server/db/pledges/pledges';

/** The text that has replaced a pledge's own, to be offered to its household; null when the pledge is of that text already, or was withdrawn. */
export async function findNewerText(
	ctx: Context,
	{ pledge, text }: { pledge: Pick<Pledge, 'audience' | 'isWithdrawn'>; text: Pick<PledgeText, 'id'> }
): Promise<Pick<PledgeText, 'id' | 'number' | 'effectiveOn'> | null> {
	if (pledge.isWithdrawn) return null;
	const current = await findTextInForce(ctx.db, pledge.audience, ctx.today());
	if (!current || current.id === text.id) return null;
	return { id: current.id, number: current.number, effectiveOn: current.effectiveOn };
}
