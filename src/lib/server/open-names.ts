import { giveWay } from '$lib/server/db/give-way';
import type { Context } from './context';

/** Names opened before other requests get their turn. */
const openedAtOnce = 250;

/** What was opened while a file is read, by record. */
const opened = new WeakMap<Context, Map<string, string>>();

/**
 * The names of records on record, in clear, by record. A town has thousands: what one slice of a file has opened, the next one of the same context
 * does not open again.
 */
export async function openNames(
	ctx: Context,
	field: 'banquets.host-name' | 'elders.name' | 'signups.name',
	rows: readonly { id: string; nameSealed: string }[]
): Promise<ReadonlyMap<string, string>> {
	const known = opened.get(ctx) ?? new Map<string, string>();
	opened.set(ctx, known);
	let count = 0;
	for (const { id, nameSealed } of rows) {
		if (known.has(id)) continue;
		known.set(id, ctx.keys.open(nameSealed, field, id));
		if (++count % openedAtOnce === 0) await giveWay();
	}
	return known;
}
