import { banquetStates, decideBanquetState, occasions } from '$lib/domain/banquets/banquet';
import { isDate } from '$lib/domain/calendar/calendar';
import { maskName } from '$lib/domain/people/person-name';
import {
	countBanquets,
	findBanquetYears,
	listBanquets,
	type BanquetFilter,
	type Cursor
} from '$lib/server/db/banquets/banquets';
import { listUnits } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

const states = ['open', 'took-place', ...banquetStates] as const;
const isId = /^[0-9a-f-]{36}$/;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const { db, keys } = ctx;
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const filter = readFilter(url.searchParams);
	const [page, count, years, units] = await Promise.all([
		listBanquets(db, scope, today, filter, readCursor(url.searchParams)),
		countBanquets(db, scope, today, filter),
		findBanquetYears(db, scope),
		listUnits(db, scope, ['village', 'community', 'group'])
	]);
	const turn = (name: string, row?: { plannedOn: string; id: string }) => {
		const query = new URLSearchParams(url.searchParams);
		['before', 'after'].forEach((edge) => query.delete(edge));
		if (row) query.set(name, `${row.plannedOn}_${row.id}`);
		return `?${query}`;
	};
	return {
		filter: { ...filter, year: filter.year ?? null },
		isFiltered: Object.values(filter).some((value) => value !== undefined),
		states,
		count,
		years: years ? Array.from({ length: years.to - years.from + 1 }, (_, nth) => years.to - nth) : [],
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		banquets: page.rows.map(({ hostNameSealed, answerId, answerSealed, ...row }) => ({
			...row,
			word: answerId && answerSealed ? keys.open(answerSealed, 'household-answers.text', answerId) : '',
			host: maskName(keys.open(hostNameSealed, 'banquets.host-name', row.id)),
			state: decideBanquetState({ ...row, today })
		})),
		newer: page.newer ? turn('after', page.rows[0]) : null,
		older: page.older ? turn('before', page.rows.at(-1)) : null
	};
};

function readFilter(query: URLSearchParams): BanquetFilter {
	const unitId = query.get('unit') ?? '';
	const year = Number(query.get('year'));
	return {
		state: states.find((state) => state === query.get('state')),
		occasion: occasions.find((occasion) => occasion === query.get('occasion')),
		unitId: isId.test(unitId) ? unitId : undefined,
		year: Number.isInteger(year) && year > 1900 && year < 2200 ? year : undefined
	};
}

function readCursor(query: URLSearchParams): Cursor | undefined {
	const [name = '', value = ''] = [...query].find(([name]) => name === 'before' || name === 'after') ?? [];
	const [on = '', id = ''] = value.split('_');
	if (!isDate(on) || !isId.test(id)) return undefined;
	return name === 'after' ? { after: { on, id } } : { before: { on, id } };
}
