// The kinds of trends of the town's own work, each made from what is counted.
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { EventKind } from '$lib/domain/events/event';
import { firstUnsettled } from '$lib/domain/figures/unsettled';
import { compareCounts, isTelling, type Counts, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import type { NamedVillage } from '$lib/domain/releases/release';
import { joinGrounds, sumOfGround } from '$lib/domain/units/grounds';
import type { CountedPart } from '$lib/server/db/figures/counted-parts';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import type { Village } from '$lib/server/db/units/villages';
import type { TrendAsker, TrendPart } from './trend-asker';

export type NamedCell = TrendCell & NamedVillage & { nowNamed?: NamedVillage };

/** What a trend counts. */
export interface Counted {
	of: readonly CountedPart[];
	startOn: (starts: LedgerStarts) => string | null;
	/** The kinds of events among it: what is not settled of them is not compared. */
	events: readonly EventKind[];
}

/** A trend month by month. */
export const monthlyTrend =
	({ of, startOn, events }: Counted): TrendPart<Trend> =>
	(asker) => {
		const { range, periods } = asker.query;
		const read = both(asker, (period) => asker.ofWhole({ of, period, byMonth: true }));
		return () => {
			const start = startOn(asker.starts());
			const unsettled = unsettledIn(asker, events);
			const [now, before] = read().map(({ period, answer }, nth) => {
				const months = begunMonths(period, start).filter((month) => unsettled[nth] === null || month < unsettled[nth]!);
				return filled(period, start, months, (month) => (answer as Record<string, number>)[month] ?? 0);
			});
			const trend = compareCounts(monthsOf(range), now!, before!, monthsOf(periods.before));
			const isAlike = isWhole(periods.before, start) && unsettled.every((month) => month === null);
			return isAlike ? trend : { ...trend, previousTotal: null };
		};
	};

/** A trend by the keys of a closed list, in their order. `reported`: one that villages report month by month, so that none is no zero. */
export const keyedTrend =
	<Key extends string>(
		keys: readonly Key[],
		{ of, startOn, events, reported }: Omit<Counted, 'of'> & { of: (key: Key) => readonly CountedPart[]; reported: Key }
	): TrendPart<Trend> =>
	(asker) => {
		const answers = keys.map((key) => both(asker, (period) => asker.ofWhole({ of: of(key), period })));
		return () => {
			const start = startOn(asker.starts());
			const counts = ([0, 1] as const).map((nth) => {
				const { period } = periodsOf(asker)[nth]!;
				const all = filled(period, start, keys, (_, at) => answers[at]!()[nth]!.answer as number);
				return new Map([...all].filter(([key, count]) => count > 0 || key !== reported));
			});
			return compareCounts(keys, counts[0]!, likeWhole(asker, { start, events }, counts[1]!));
		};
	};

/** A trend by village; a village that was closed is listed while it has a count. */
export const villageTrend =
	({ of, startOn, events }: Counted): TrendPart<Trend<NamedCell>> =>
	(asker) => {
		const villages = asker.villages();
		const read = both(asker, (period) => asker.ofVillages({ of, period }));
		return () => {
			const [start, listed] = [startOn(asker.starts()), joinGrounds(villages())];
			const ids = listed.map(({ id }) => id);
			const [now, before] = read().map(({ period, answer }) =>
				filled(period, start, ids, (_, at) => sumOfGround(listed[at]!, (id) => answer.get(id) as number))
			);
			const { cells, ...totals } = compareCounts(ids, now!, likeWhole(asker, { start, events }, before!));
			// A village that began by a split has nothing of the same ground to be compared with.
			const isOther = ({ splitOn }: Village) => splitOn !== null && splitOn > asker.query.periods.before.fromOn;
			if (listed.some(isOther)) totals.previousTotal = null;
			const named = cells.map((cell, at) => ({
				...cell,
				...(isOther(listed[at]!) && { previous: null }),
				...{ name: listed[at]!.name, nameEn: listed[at]!.nameEn }
			}));
			return { ...totals, cells: named.filter((cell, at) => isListed(cell, listed[at]!)) };
		};
	};

/** Whether a unit is shown: one that is closed only where it has records. */
const isListed = (cell: TrendCell, { validToOn }: { validToOn: string | null }) =>
	validToOn === null || isTelling({ total: null, previousTotal: null, cells: [cell] });

const periodsOf = ({ query: { periods } }: TrendAsker) => [{ period: periods.now }, { period: periods.before }];

/** Asks of both periods, this one first. */
function both<Answer>(asker: TrendAsker, ask: (period: Period) => () => Answer) {
	const asked = periodsOf(asker).map(({ period }) => ({ period, answer: ask(period) }));
	return () => asked.map(({ period, answer }) => ({ period, answer: answer() }));
}

/** Whether a ledger was kept from the first month of a period on. */
const isWhole = ({ fromOn }: Period, start: string | null): boolean =>
	start !== null && start.slice(0, 7) <= fromOn.slice(0, 7);

/** The counts of the period before; none where the ledger began within it, or an event of either is not settled, for then the two are not alike. */
const likeWhole = (
	asker: TrendAsker,
	{ start, events }: Pick<Counted, 'events'> & { start: string | null },
	before: Counts
): Counts =>
	isWhole(asker.query.periods.before, start) && unsettledIn(asker, events).every((month) => month === null)
		? before
		: new Map();

/** Of this period and the one before, the month (YYYY-MM) of the first event of these kinds that is not settled; null without any. */
function unsettledIn(asker: TrendAsker, kinds: readonly EventKind[]): [string | null, string | null] {
	const { now, before, isPart } = asker.query.periods;
	const events = asker.starts().unsettled.filter(({ kind }) => kinds.includes(kind));
	const [is, was] = [firstUnsettled(events, now, isPart), firstUnsettled(events, before, false)];
	return [is && is.slice(0, 7), was && was.slice(0, 7)];
}

/** The months of a period in which the ledger was kept. */
const begunMonths = (period: Period, start: string | null): string[] =>
	monthsOf(period).filter((month) => start !== null && month >= start.slice(0, 7));

/** The counts of a period; none, not zeros, before the ledger was begun, where the period has not, or where nothing at all is recorded. */
function filled(
	{ fromOn, toOn }: Period,
	start: string | null,
	keys: readonly string[],
	count: (key: string, at: number) => number
): Counts {
	if (start === null || start > toOn || fromOn > toOn) return new Map();
	const counts = new Map(keys.map((key, at) => [key, count(key, at)]));
	return [...counts.values()].some((one) => one > 0) ? counts : new Map();
}
