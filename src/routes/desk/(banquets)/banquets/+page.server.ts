import { banquetStates, decideBanquetState, occasions } from '$lib/domain/banquets/banquet';
import { maskName } from '$lib/domain/people/person-name';
import { narrowedTo } from '$lib/domain/units/unit-choice';
import { homeKinds } from '$lib/domain/units/unit';
import { countBanquets } from '$lib/server/db/banquets/banquet-list';
import { countUnconfirmedDeclarations } from '$lib/server/db/banquets/declaration-confirmations';
import { findBanquetYears } from '$lib/server/db/banquets/planned-banquets';
import { listBanquets } from '$lib/server/db/banquets/banquet-list';
import { type BanquetFilter } from '$lib/server/db/banquets/banquet-filter';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';

const states = ['open', 'took-place', ...banquetStates] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const { db, keys } = ctx;
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: homeKinds
	});
	const filter = readFilter(url.searchParams, narrowedTo(units));
	const [page, count, years, unconfirmed] = await Promise.all([
		listBanquets(db, scope, today, filter, readCursor(url.searchParams, 'date')),
		countBanquets(db, scope, today, filter),
		findBanquetYears(db, scope),
		countUnconfirmedDeclarations(db, scope)
	]);
	return {
		filter: { ...filter, year: filter.year ?? null },
		isFiltered: Object.values(filter).some((value) => value !== undefined),
		states,
		unconfirmed,
		count,
		years: years ? Array.from({ length: years.to - years.from + 1 }, (_, nth) => years.to - nth) : [],
		units,
		banquets: page.rows.map(({ hostNameSealed, answerId, answerSealed, ...row }) => ({
			...row,
			word: answerId && answerSealed ? keys.open(answerSealed, 'household-answers.text', answerId) : '',
			host: maskName(keys.open(hostNameSealed, 'banquets.host-name', row.id)),
			state: decideBanquetState({ ...row, today })
		})),
		...pageLinks(url.searchParams, page, ({ plannedOn, id }) => ({ key: plannedOn, id }))
	};
};

function readFilter(query: URLSearchParams, unitId: string | undefined): BanquetFilter {
	const year = Number(query.get('year'));
	return {
		state: states.find((state) => state === query.get('state')),
		occasion: occasions.find((occasion) => occasion === query.get('occasion')),
		unitId,
		year: Number.isInteger(year) && year > 1900 && year < 2200 ? year : undefined
	};
}
