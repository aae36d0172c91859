import { addMonths, isMonth, monthBounds, monthOf, yearOf } from '$lib/domain/calendar/calendar';
import { weeksOf } from '$lib/domain/calendar/weeks';
import { maskName } from '$lib/domain/people/person-name';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { listBanquetsPlanned } from '$lib/server/db/banquets/planned-banquets';
import { isWithinUnit, listUnits } from '$lib/server/db/units/units';
import { festivalsOf } from '$lib/server/calendar/festivals';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { calendarDay } from './calendar-day';
import type { PageServerLoad } from './$types';

/** The banquets of a month (?month=2026-03, else this one) by day, of the own units or of one of them (?unit=). */
export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const month = readMonth(url.searchParams.get('month')) ?? today.slice(0, 7);
	const firstOn = `${month}-01`;
	const [year, nth] = [yearOf(firstOn), monthOf(firstOn)];
	const asked = url.searchParams.get('unit') ?? '';
	const unitId = asked !== '' && (await isWithinUnit(ctx.db, scope, asked)) ? asked : '';
	const [banquets, units] = await Promise.all([
		listBanquetsPlanned(ctx.db, unitId || scope, monthBounds(year, nth)),
		listUnits(ctx.db, scope, unitKinds.filter(isVillageLevel))
	]);
	const shown = banquets.map(({ hostNameSealed, ...row }) => ({
		...row,
		host: maskName(ctx.keys.open(hostNameSealed, 'banquets.host-name', row.id))
	}));
	const festivals = festivalsOf(year).filter(({ id }) => id !== 'school-season');
	const weeks = weeksOf(year, nth).map((week) =>
		week.map((on) => calendarDay(on, { month, today, festivals, banquets: shown }))
	);
	const lunarMonths = weeks
		.flat()
		.filter(({ isInMonth }) => isInMonth)
		.map(({ lunar }) => lunar.month);
	return {
		year,
		month: nth,
		unitId,
		weeks,
		isThisMonth: today.startsWith(month),
		earlier: addMonths(firstOn, -1).slice(0, 7),
		later: addMonths(firstOn, 1).slice(0, 7),
		count: shown.length,
		off: shown.filter(({ outcome }) => outcome === 'cancelled').length,
		season: lunarMonths.some((each) => each === 12 || each === 1) ? 'new-year' : nth === 8 ? 'school' : null,
		units: namedUnits(units)
	};
};

/** A month the lunar calendar reaches on both sides. */
function readMonth(asked: string | null): string | null {
	return asked !== null && isMonth(asked) && asked > '1950' && asked < '2090' ? asked : null;
}
