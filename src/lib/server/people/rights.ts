import { isTownLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { helpsAtDoor } from '$lib/server/db/check-in/door-events';
import { findUnit, isFormerOf, isWithinUnit } from '$lib/server/db/units/units';

/**
 * Whether the actor may write for this unit: staff but volunteers, for their own unit, everything below it and, of a village that came of a
 * split, what was before; the software always.
 */
export async function mayActFor(ctx: Context, unitId: string): Promise<boolean> {
	const { actor } = ctx;
	if (actor.kind === 'system') return true;
	if (actor.kind !== 'account' || actor.role === 'volunteer') return false;
	return (await isWithinUnit(ctx.db, actor.unitId, unitId)) || isFormerOf(ctx.db, actor.unitId, unitId);
}

/** Whether the actor is the villager who holds the slip of this id: of a sign-up, a pledge or a household's banquet. */
export function holdsSlip({ actor }: Context, id: string): boolean {
	return actor.kind === 'visitor' && (actor.slips?.includes(id) ?? false);
}

/** Whether the actor may act on the record of a slip: its holder, or staff who may act for its unit. */
export async function mayActOnSlip(ctx: Context, { id, unitId }: { id: string; unitId: string }): Promise<boolean> {
	return holdsSlip(ctx, id) || mayActFor(ctx, unitId);
}

/** Whether the actor may administer this unit (its accounts, units below it): administrators, for their own unit and everything below it; the software always. */
export async function mayAdminister(ctx: Context, unitId: string): Promise<boolean> {
	const { actor } = ctx;
	const isTrusted = actor.kind === 'system' || (actor.kind === 'account' && actor.role === 'administrator');
	return isTrusted && mayActFor(ctx, unitId);
}

/** Whether the actor may decide what holds for the whole installation: administrators at its root; the software once there is one. */
export async function mayAdministerAll(ctx: Context): Promise<boolean> {
	const root = await ctx.rootUnit();
	return root !== null && mayAdminister(ctx, root.id);
}

/**
 * Whether the actor may set targets for this unit and ask work of it: administrators and cadres of a town (or of a district), for
 * their own unit and everything below it; the software always. A village's cadre does not set the village's own aims.
 */
export async function maySteer(ctx: Context, unitId: string): Promise<boolean> {
	if (!(await mayActFor(ctx, unitId))) return false;
	if (ctx.actor.kind !== 'account') return true;
	const own = await findUnit(ctx.db, ctx.actor.unitId);
	return own !== null && isTownLevel(own.kind);
}

/**
 * Whether the actor may check people in at the door of this event: staff who may act for its unit; and every account
 * that has one of its shifts, or whose own unit is the event's, or is above or below that in the same town.
 */
export async function mayWorkDoor(ctx: Context, event: { id: string; unitId: string }): Promise<boolean> {
	if (await mayActFor(ctx, event.unitId)) return true;
	return ctx.actor.kind === 'account' && helpsAtDoor(ctx.db, ctx.actor, event.id);
}

/** The unit whose records the actor may list. Throws for a visitor: such a page is guarded before. */
export function scopeOf(ctx: Context): string {
	if (ctx.actor.kind !== 'account') throw new Error('only an account has a scope');
	return ctx.actor.unitId;
}
