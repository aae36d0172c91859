import { addMonths, isMonth, monthBounds, monthOf, yearOf } from '$lib/domain/calendar/calendar';
import { weeksOf } from '$lib/domain/calendar/weeks';
import { maskName } from '$lib/domain/people/person-name';
import { villageKinds } from '$lib/domain/units/unit';
import { countPlannedByDay, listBanquetsPlanned } from '$lib/server/db/banquets/planned-banquets';
import { readReach } from '$lib/server/db/units/scope';
import { festivalsOf } from '$lib/server/calendar/festivals';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { calendarDay } from './calendar-day';
import type { PageServerLoad } from './$types';

/** A month with more banquets shows the first few of each day. */
const mostInMonth = 150;
const mostOfDay = 3;

/**
 * The banquets of a month (?month=2026-03, else this one) by day, of the own units or of one of them (?unit=); or those of one day
 * (?day=2026-03-05) with what the others count.
 */
export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const month = readMonth(url.searchParams.get('month')) ?? today.slice(0, 7);
	const firstOn = `${month}-01`;
	const [year, nth] = [yearOf(firstOn), monthOf(firstOn)];
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: villageKinds
	});
	const own = await readReach(ctx.db, scope, units.chosenId ?? scope);
	const unitId = own ? (units.chosenId ?? '') : '';
	const reach = own ?? (await readReach(ctx.db, scope))!;
	const days = await countPlannedByDay(ctx.db, reach, monthBounds(year, nth));
	const count = days.reduce((sum, day) => sum + day.count, 0);
	const day = days.find(({ on }) => on === url.searchParams.get('day'))?.on ?? null;
	const banquets = await listBanquetsPlanned(
		ctx.db,
		reach,
		day ? { fromOn: day, toOn: day } : monthBounds(year, nth),
		day || count <= mostInMonth ? mostInMonth : mostOfDay
	);
	const shown = banquets.map(({ hostNameSealed, ...row }) => ({
		...row,
		host: maskName(ctx.keys.open(hostNameSealed, 'banquets.host-name', row.id))
	}));
	const festivals = festivalsOf(year).filter(({ id }) => id !== 'school-season');
	const weeks = weeksOf(year, nth).map((week) =>
		week.map((on) => calendarDay(on, { month, today, festivals, days, banquets: shown }))
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
		day,
		count,
		off: days.reduce((sum, { off }) => sum + off, 0),
		season: lunarMonths.some((each) => each === 12 || each === 1) ? 'new-year' : nth === 8 ? 'school' : null,
		units
	};
};

/** A month the lunar calendar reaches on both sides. */
function readMonth(asked: string | null): string | null {
	return asked !== null && isMonth(asked) && asked > '1950' && asked < '2090' ? asked : null;
}
