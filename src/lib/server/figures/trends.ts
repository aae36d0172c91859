// The kinds of trends that pages show, each made from what is counted.
import type { CheckableKind } from '$lib/domain/activities/activity';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { commonDays, monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import { isTelling, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import type { CountedPart } from '$lib/server/db/figures/counted-parts';
import type { Answer } from '$lib/server/db/figures/figure-sums';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import type { Village } from '$lib/server/db/units/villages';
import { publishCrossed, publishKeyed, publishMonthly } from './public-trend';
import { byKey, isWholeYear, yearsOf } from './public-years';
import type { TrendAsker, TrendPart } from './trend-asker';
import type { MonthCount, TrendQuery } from './trend-source';

export type NamedCell = TrendCell & { name: string; nameEn: string | null };

/** What a trend counts. */
export interface Counted {
	of: readonly CountedPart[];
	startOn: (starts: LedgerStarts) => string | null;
	/** The ledger that villages report: a month of theirs is known to be empty only where they checked it. */
	ledger?: CheckableKind;
}

/** A trend month by month, small numbers withheld. */
export const monthlyTrend =
	({ of, startOn, ledger }: Counted): TrendPart<Trend> =>
	(asker) => {
		const read = perPeriod(asker.query, (period) => {
			const answer = asker.ofWhole({ of, period, byMonth: true });
			return () => countsOf('', answer());
		});
		const isChecked = ledger && askTownZeros(asker, ledger, read);
		return () => publishMonthly(asker.query, { startOn: startOn(asker.starts()), read, isChecked });
	};

/** A trend by the keys of a closed list, in their order, small numbers withheld. */
export const keyedTrend =
	<Key extends string>(
		keys: readonly Key[],
		{ of, startOn }: Omit<Counted, 'of' | 'ledger'> & { of: (key: Key) => readonly CountedPart[] }
	): TrendPart<Trend> =>
	(asker) => {
		const byMonth = !isWholeYear(asker.query.range);
		const read = perPeriod(asker.query, (period) => {
			const answers = keys.map((key) => ({ key, answer: asker.ofWhole({ of: of(key), period, byMonth }) }));
			return () => answers.flatMap(({ key, answer }) => countsOf(key, answer()));
		});
		return () => publishKeyed(asker.query, { startOn: startOn(asker.starts()), read }, keys);
	};

/** A trend by village, small numbers withheld; a village that was closed is listed while it has a count. */
export const villageTrend =
	(counted: Counted): TrendPart<Trend<NamedCell>> =>
	(asker) => {
		const { villages, source } = askByVillage(asker, counted, { isCrossed: false });
		return () => {
			const trend = publishKeyed(asker.query, source(), idsOf(villages()));
			const cells = trend.cells
				.map((cell, at) => ({ cell, village: villages()[at]! }))
				.filter(({ cell, village }) => isListed(cell, village))
				.map(({ cell, village: { name, nameEn } }) => ({ ...cell, name, nameEn }));
			return { ...trend, cells };
		};
	};

/** Month by month in each village that is open, small numbers withheld as where two things are crossed. */
export const villageMonthsTrend =
	(counted: Counted): TrendPart<(Village & { months: Trend })[]> =>
	(asker) => {
		const { villages, source } = askByVillage(asker, counted, { isCrossed: true });
		// Closed villages too, because the sums of the months are of all villages.
		return () => {
			const trends = publishCrossed(asker.query, source(), idsOf(villages()));
			return villages()
				.map((village, at) => ({ ...village, months: trends[at]! }))
				.filter(({ validToOn }) => validToOn === null);
		};
	};

/** Whether a unit is shown: one that is closed only where it has records. */
export const isListed = (cell: TrendCell, { validToOn }: { validToOn: string | null }) =>
	validToOn === null || isTelling({ total: null, previousTotal: null, cells: [cell] });

function askByVillage(asker: TrendAsker, { of, startOn, ledger }: Counted, { isCrossed }: { isCrossed: boolean }) {
	const byMonth = isCrossed || !isWholeYear(asker.query.range);
	const villages = asker.villages();
	const ask = (period: Period) => {
		const answers = asker.ofVillages({ of, period, byMonth });
		return () => [...answers()].flatMap(([id, answer]) => countsOf(id, answer));
	};
	const read = byMonth ? perMonth(asker.query, ask) : perPeriod(asker.query, ask);
	/** Villages of which none, or where crossed not every, month has a count: whether they checked it must be known. */
	const gapsIn = (period: Period) => {
		const least = isCrossed ? monthsOf(period).length : 1;
		const lists = byKey(idsOf(villages()), read(period));
		return idsOf(villages()).filter((_, at) => lists[at]!.filter(({ count }) => count > 0).length < least);
	};
	const { now, before } = asker.query.periods;
	const zeros = ledger && asker.zeros(ledger, () => [...gapsIn(now), ...gapsIn(before)]);
	const isChecked = ledger && ((key: string, month: string) => zeros!()(ledger, key, month) !== null);
	return { villages, source: () => ({ startOn: startOn(asker.starts()), read, isChecked }) };
}

/** Whether every open village checked a month in which the whole scope has none. */
function askTownZeros(asker: TrendAsker, ledger: CheckableKind, read: (period: Period) => readonly MonthCount[]) {
	const villages = asker.villages();
	const open = () => idsOf(villages().filter(({ validToOn }) => validToOn === null));
	const { now, before } = asker.query.periods;
	const isFull = (period: Period) => read(period).filter(({ count }) => count > 0).length >= monthsOf(period).length;
	const zeros = asker.zeros(ledger, () => (isFull(now) && isFull(before) ? [] : open()));
	return (_: string, month: string) => open().every((village) => zeros()(ledger, village, month) !== null);
}

const idsOf = (villages: readonly Village[]) => villages.map(({ id }) => id);

/** The counts that an answer holds. */
export const countsOf = (key: string, answer: Answer): MonthCount[] =>
	typeof answer === 'number'
		? [{ key, month: '', count: answer }]
		: Object.entries(answer).map(([month, count]) => ({ key, month, count }));

/** The two periods of a query, and the whole years that decide what of a part of a year is withheld; each once. */
export function periodsOf({ range, periods: { now, before } }: TrendQuery): Period[] {
	const years = isWholeYear(range) ? [] : [now, before].flatMap(yearsOf);
	return [...new Map([now, before, ...years].map((period) => [textOf(period), period])).values()];
}

/** Asks for each of these periods, the `nth` of them. Out: the counts of such a period. */
export function perPeriod(
	query: TrendQuery,
	ask: (period: Period, nth: number) => () => readonly MonthCount[]
): (period: Period) => readonly MonthCount[] {
	const answers = new Map(periodsOf(query).map((period, nth) => [textOf(period), once(ask(period, nth))]));
	return (period) => answers.get(textOf(period))!();
}

/** The same by month with all whole years: of a period only the months are asked for that are not whole in it. */
function perMonth(
	query: TrendQuery,
	ask: (period: Period) => () => readonly MonthCount[]
): (period: Period) => readonly MonthCount[] {
	const { now, before } = query.periods;
	const partsOf = ({ fromOn, toOn }: Period) =>
		monthsOf({ fromOn, toOn })
			.map(monthBoundsOf)
			.filter((month) => month.fromOn < fromOn || month.toOn > toOn)
			.map((month) => commonDays(month, { fromOn, toOn }));
	const asked = [now, before].flatMap((period) => [...yearsOf(period), ...partsOf(period)]);
	const periods = new Map(asked.map((period) => [textOf(period), period]));
	const answers = new Map([...periods].map(([text, period]) => [text, once(ask(period))]));
	const read = (period: Period) => answers.get(textOf(period))!();
	return (period) => {
		if (answers.has(textOf(period))) return read(period);
		const parts = partsOf(period);
		const whole = new Set(monthsOf(period));
		for (const part of parts) whole.delete(part.fromOn.slice(0, 7));
		return [
			...yearsOf(period).flatMap((year) => read(year).filter(({ month }) => whole.has(month))),
			...parts.flatMap(read)
		];
	};
}

const textOf = ({ fromOn, toOn }: Period) => `${fromOn} ${toOn}`;

/** Answers are read and made into counts once. */
function once<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
