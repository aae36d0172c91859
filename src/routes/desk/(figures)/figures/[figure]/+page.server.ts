import { error } from '@sveltejs/kit';
import { rateOf } from '$lib/domain/figures/rate';
import { findFigure, wholeOf, type FigureSource } from '$lib/domain/figures/figure';
import { keepingOf } from '$lib/domain/figures/ledger';
import { isOfBanquets } from '$lib/domain/releases/awaited';
import { maskName } from '$lib/domain/people/person-name';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { countAwaitedOutcomes } from '$lib/server/db/banquets/awaited-outcomes';
import { countUnconfirmedDeclarations } from '$lib/server/db/banquets/declaration-confirmations';
import { countUnconfirmedPledges } from '$lib/server/db/pledges/unconfirmed-pledges';
import { listFigureRecords } from '$lib/server/db/figures/figure-records';
import { findUnit, isWithinUnit } from '$lib/server/db/units/units';
import { readFigures } from '$lib/server/figures/figures';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { chooseYear } from '$lib/server/figures/report-year';
import { scopeOf } from '$lib/server/people/rights';
import type { Context } from '$lib/server/context';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const figure = findFigure((await ctx.registry()).figures, params.figure);
	if (!figure) error(404);
	const scope = await chooseScope(ctx, url.searchParams.get('unit'));
	const today = ctx.today();
	const { unit, year, why, years, starts } = await chooseYear(ctx.db, {
		scope,
		asked: url.searchParams.get('year'),
		today,
		reader: 'staff'
	});
	const periods = reportingPeriods(year, today);
	const of = wholeOf(figure.id);
	const [readings, list, unconfirmed, awaited] = await Promise.all([
		readFigures(ctx, { scope, periods, starts, only: of ? [figure.id, of] : [figure.id] }),
		listFigureRecords(ctx.db, scope, figure.source, periods.now, readCursor(url.searchParams, 'date')),
		countUnconfirmed(ctx, figure.source, scope),
		isOfBanquets(figure.id) ? countAwaitedOutcomes(ctx.db, { unitId: scope, period: periods.now, today }) : 0
	]);
	const readingOf = (id: string) => readings.find((one) => one.id === id);
	const reading = readingOf(figure.id)!;
	return {
		id: figure.id,
		source: figure.source.from,
		keeping: keepingOf(figure.source),
		year,
		why,
		years,
		periods,
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		asked: scope === scopeOf(ctx) ? null : scope,
		reading,
		/** Of what it is a part of, in percent; null for other figures, and where it is not known. */
		rate: of && rateOf(reading.value, readingOf(of)!.value),
		/** What came from outside and waits for a cadre: it is in no figure. */
		unconfirmed,
		/** Banquets of the year that have no outcome today. */
		awaited,
		records: list.rows.map(({ nameSealed, ...record }) => ({
			...record,
			title: nameSealed ? maskName(ctx.keys.open(nameSealed, 'grid-members.name', record.id)) : record.title
		})),
		recordCount: list.recordCount,
		...pageLinks(url.searchParams, list, ({ on, id }) => ({ key: on, id }))
	};
};

async function countUnconfirmed({ db }: Context, { from }: FigureSource, scope: string) {
	if (from === 'banquets-declared')
		return { count: await countUnconfirmedDeclarations(db, scope), href: '/desk/banquets/confirm' };
	if (from === 'pledges-in-force' || from === 'pledges-signed')
		return { count: await countUnconfirmedPledges(db, scope), href: '/desk/pledges/confirm' };
	return null;
}

/** The reader's own unit, or the one below it that the address asks for. */
async function chooseScope(ctx: Context, asked: string | null): Promise<string> {
	const own = scopeOf(ctx);
	if (asked === null) return own;
	if (!(await isWithinUnit(ctx.db, own, asked))) error((await findUnit(ctx.db, asked)) ? 403 : 404);
	return asked;
}
