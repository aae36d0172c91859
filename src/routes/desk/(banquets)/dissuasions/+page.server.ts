import { actorId } from '$lib/domain/people/actor';
import { canConfirm, isCountedDissuasion } from '$lib/domain/banquets/dissuasion';
import { maskName } from '$lib/domain/people/person-name';
import { confirmationForm } from '$lib/forms/banquets/dissuasion';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { countListed } from '$lib/server/banquets/dissuasion-counts';
import { listDissuasions } from '$lib/server/db/banquets/dissuasion-list';
import { confirmDissuasion } from '$lib/server/banquets/dissuasion-confirmations';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';
import { findDissuasionZero } from '../dissuasion-zero';

/** Those that wait are shown above the others; more come once these are confirmed. */
const mostWaiting = 30;

type Listed = Awaited<ReturnType<typeof listDissuasions>>['rows'][number];

/** Those that wait for a second person first, then the confirmed (or with ?state=counted those that count), of a year or of all. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [year, state] = [readYear(url), url.searchParams.get('state') === 'counted' ? 'counted' : 'confirmed'] as const;
	const confirmed = { state, year } as const;
	const [waiting, page, count] = await Promise.all([
		listDissuasions(ctx.db, scope, { state: 'waiting' }, undefined, mostWaiting),
		listDissuasions(ctx.db, scope, confirmed, readCursor(url.searchParams, 'date')),
		countListed(ctx.db, scope, confirmed)
	]);
	return {
		waiting: waiting.rows.map((row) => ({ ...show(ctx, row), actId: ctx.newId() })),
		isMoreWaiting: waiting.hasBelow,
		confirmed: page.rows.map((row) => show(ctx, row)),
		older: pageLinks(url.searchParams, page, ({ dissuasion }) => ({ key: dissuasion.wentOn, id: dissuasion.id })).older,
		count,
		state,
		year: year ?? null,
		isLaterPage: page.hasAbove,
		isConfirmed: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	confirm: act(confirmationForm, confirmDissuasion, { to: '/desk/dissuasions?saved', findZero: findDissuasionZero })
};

function show(
	ctx: Context,
	{ dissuasion, banquet, banquetOutcome, unitName, unitNameEn, recorder, confirmer, confirmedAt }: Listed
) {
	const name = (account: { id: string; nameSealed: string } | null) =>
		account && ctx.keys.open(account.nameSealed, 'accounts.name', account.id);
	const { id, wentOn, visits, outcome, byId } = dissuasion;
	return {
		id,
		wentOn,
		visits,
		outcome,
		banquetId: banquet.id,
		occasion: banquet.occasion,
		host: maskName(ctx.keys.open(banquet.hostNameSealed, 'banquets.host-name', banquet.id)),
		unit: { name: unitName, nameEn: unitNameEn },
		recordedBy: name(recorder) ?? '',
		confirmedBy: name(confirmer),
		mayConfirm: canConfirm({ recordedById: byId, actorId: actorId(ctx.actor) }),
		isCounted: isCountedDissuasion({
			outcome,
			confirmed: confirmedAt !== null,
			banquet: { ...banquet, outcome: banquetOutcome }
		})
	};
}

function readYear(url: URL): number | undefined {
	const year = Number(url.searchParams.get('year'));
	return Number.isInteger(year) && year > 1900 && year < 2200 ? year : undefined;
}
