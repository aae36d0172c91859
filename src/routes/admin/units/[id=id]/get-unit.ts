import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findUnit, type Unit } from '$lib/server/db/units/units';
import { mayAdminister } from '$lib/server/people/rights';

/** The unit of the address: 404 when there is none, 403 when it is another town's. */
export async function getUnit(ctx: Context, id: string): Promise<Unit> {
	const unit = await findUnit(ctx.db, id);
	if (!unit) error(404);
	if (!(await mayAdminister(ctx, id))) error(403);
	return unit;
}

/** What a page shows of a unit. */
export function shown({ id, parentId, kind, name, nameEn, code, phone, position, validFromOn, validToOn }: Unit) {
	return { id, parentId, kind, name, nameEn, code, phone, position, validFromOn, validToOn };
}
