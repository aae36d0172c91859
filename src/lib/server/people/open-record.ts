import { error } from '@sveltejs/kit';
import type { Context } from '../context';
import { isWithinUnit } from '$lib/server/db/units/units';
import { mayActFor, scopeOf } from './rights';

/** The record that an address names, for staff who may act for its unit. None is the error page 404, another unit's 403. */
export async function openOwn<T>(ctx: Context, found: T | null | undefined, unitOf: (record: T) => string): Promise<T> {
	if (!found) error(404);
	if (!(await mayActFor(ctx, unitOf(found)))) error(403);
	return found;
}

/** The same for a record that may be read from its own unit, from the units above it and from those below it. */
export async function openNear<T>(
	ctx: Context,
	found: T | null | undefined,
	unitOf: (record: T) => string
): Promise<T> {
	if (!found) error(404);
	const [unitId, scope] = [unitOf(found), scopeOf(ctx)];
	if (!(await isWithinUnit(ctx.db, unitId, scope)) && !(await isWithinUnit(ctx.db, scope, unitId))) error(403);
	return found;
}
