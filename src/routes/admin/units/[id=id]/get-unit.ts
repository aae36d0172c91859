import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findUnit, type Unit } from '$lib/server/db/units/units';
import { mayAdminister } from '$lib/server/people/rights';
import { isVillageLevel } from '$lib/domain/units/unit';

/** The unit of the address: 404 when there is none, 403 when it is another town's. */
export async function getUnit(ctx: Context, id: string): Promise<Unit> {
	const unit = await findUnit(ctx.db, id);
	if (!unit) error(404);
	if (!(await mayAdminister(ctx, id))) error(403);
	return unit;
}

/** The open village or community of the address, of a town that the actor administers: 404 when it is none. */
export async function getVillage(ctx: Context, id: string): Promise<Unit & { parentId: string }> {
	const { parentId, ...unit } = await getUnit(ctx, id);
	if (unit.validToOn !== null || !isVillageLevel(unit.kind) || !parentId) error(404);
	if (!(await mayAdminister(ctx, parentId))) error(403);
	return { ...unit, parentId };
}

/** What a page shows of a unit. */
export function shown({ id, parentId, kind, name, nameEn, code, phone, position, validFromOn, validToOn }: Unit) {
	return { id, parentId, kind, name, nameEn, code, phone, position, validFromOn, validToOn };
}

/** Refusals of a merger or a split that are about its day. */
export const aboutDay: readonly string[] = [
	...['date-in-future', 'date-before-unit', 'date-before-name', 'year-is-closed', 'records-after-day']
];
