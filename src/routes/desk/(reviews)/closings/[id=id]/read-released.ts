import { monthBounds } from '$lib/domain/calendar/calendar';
import { figures, type Figure } from '$lib/domain/figures/figure';
import { boundTo } from '$lib/domain/releases/bound-figures';
import { spansOf } from '$lib/domain/releases/spans';
import { closedAfter, publishedMonth } from '$lib/domain/releases/town-line';
import type { Context } from '$lib/server/context';
import { countAdministrators } from '$lib/server/db/people/accounts';
import { listReleases } from '$lib/server/db/releases/releases';
import { listReleaseWithdrawals } from '$lib/server/db/releases/withdrawals';

/** What is released of a unit's year, a line a figure, and what is being taken back of it. */
export async function readReleased(ctx: Context, unitId: string, year: number) {
	const [administrators, { releases, closed, withdrawn: takenBack }, withdrawals] = await Promise.all([
		countAdministrators(ctx.db, unitId),
		listReleases(ctx.db, unitId, [year]),
		listReleaseWithdrawals(ctx.db, unitId, year)
	]);
	const own = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
	const line = publishedMonth(spansOf(releases, 'banquets-held'));
	const isReleased = (id: string) =>
		releases.some(({ figure, kind }) => figure === id && kind !== 'ledger' && kind !== 'later');
	/** What is taken back with a figure. */
	const boundOf = (id: string) => boundTo(id).filter(isReleased);
	return {
		year,
		/** A withdrawal takes two of them. */
		isAlone: administrators < 2,
		/** The figures that were taken back and not published again since. */
		withdrawn: [...new Set(takenBack.map(({ figure }) => figure))].filter((id) => !isReleased(id)),
		/** The last day that is closed, where the line of banquets is published less far. */
		closedTo: closedAfter(year, line === 0 ? `${year}-01-00` : monthBounds(year, line).toOn, closed),
		figures: (figures as readonly Figure[]).flatMap(({ id, unit }) => {
			const mine = releases.filter(({ figure, kind }) => figure === id && kind !== 'ledger' && kind !== 'later');
			if (mine.length === 0) return [];
			const whole = mine.find(({ kind }) => kind === 'year')?.cells[0];
			const until = mine
				.map(({ toOn }) => toOn)
				.toSorted()
				.at(-1)!;
			return [{ id, unit, value: whole?.value ?? null, isYear: whole !== undefined, until, bound: boundOf(id) }];
		}),
		withdrawals: withdrawals.map(({ withdrawal: { id, figure, reason, at }, by, confirmedAt, outcome }) => ({
			id,
			figure,
			bound: boundOf(figure),
			reason,
			at,
			by: ctx.keys.open(by.nameSealed, 'accounts.name', by.id),
			state: confirmedAt !== null ? ('confirmed' as const) : (outcome ?? ('waiting' as const)),
			isOwn: by.id === own,
			newId: ctx.newId(),
			endId: ctx.newId()
		}))
	};
}
