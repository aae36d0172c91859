// How far a figure is known: no data is never zero.
import { addMonths, monthBoundsOf } from '../calendar/calendar';
import { elapsedMonths, monthsOf, type Period } from '../calendar/reporting-period';

/** known: of every month that is due. part: of the first months, up to `to`. unknown: not even of the first. */
export type KnownState = 'known' | 'part' | 'unknown';

/** How far a figure is known in a period. Months are YYYY-MM. */
export interface KnownExtent {
	state: KnownState;
	/** The first month that counts: the period's, or a later one where the ledger begins in it. Null: the ledger begins later, or never. */
	from: string | null;
	/** The last month up to which every unit is known without a gap. */
	to: string | null;
	/** The last month that is due; null where none is. */
	due: string | null;
	/** How many units report the furthest month that is known, or else the first: villages that are in place then, or 1 where the town keeps it. */
	units: number;
	/** The furthest month that a unit is known to without a gap, and how many of the units in place then are. */
	furthest: { month: string; units: number } | null;
	/** The ledger was closed within the period: `due` is the last month that counts. */
	isCut?: true;
	/** The last day (YYYY-MM-DD) before the first event that is neither completed nor cancelled, where the figure is known up to it alone. */
	settledTo?: string;
}

/** A unit that reports, and the days between which it does. */
export interface Reporter {
	id: string;
	validFromOn: string;
	validToOn: string | null;
}

/** A period, and whether it is running: then its last day is today, and the month that is not over is not due. */
export interface AskedExtent {
	period: Period;
	isPart: boolean;
	/** The day from which the ledger is kept; null: never. */
	startOn: string | null;
	/** The day from which it is no longer kept, where there is one. */
	closedFromOn?: string | null;
}

/**
 * From when a figure of a unit counts: from the beginning of its ledger, and of a village that began by a split not before that. In the month
 * of the split a part is of the old village, so the next one is the first.
 */
export function latestStart(startOn: string | null, splitOn: string | null): string | null {
	if (startOn === null || splitOn === null) return startOn;
	const first = splitOn.endsWith('-01') ? splitOn : addMonths(`${splitOn.slice(0, 7)}-01`, 1);
	return startOn > first ? startOn : first;
}

const nothing: KnownExtent = { state: 'unknown', from: null, to: null, due: null, units: 0, furthest: null };

/**
 * How far a figure is known that units report month by month. `knows` says whether a unit has a record or a checked zero in a month. With
 * no month over yet, the running one is asked for.
 */
export function reportedExtent(
	asked: AskedExtent,
	reporters: readonly Reporter[],
	knows: (unitId: string, month: string) => boolean
): KnownExtent {
	const { months, ...cut } = keptMonths(asked);
	if (months.length === 0) return nothing;
	const ends = endsOf(reporters);
	const due = months.map((month) => dueOf(month, ends));
	const reached = reporters.flatMap((unit): Reach[] => {
		let [first, last, gap] = [-1, -1, months.length];
		for (const [at, month] of due.entries()) {
			if (!owes(unit, month)) continue;
			if (first < 0) first = at;
			last = at;
			if (gap === months.length && !knows(unit.id, month.month)) gap = at;
		}
		return first < 0 ? [] : [{ first, last, gap }];
	});
	if (reached.length === 0) return { ...nothing, from: months[0]!, due: months.at(-1)!, ...cut };
	return { ...extentOf(months, reached), ...cut };
}

/** The months that are due in which a ledger is kept. `isCut`: it was closed before the last of them. */
function keptMonths({ period, isPart, startOn, closedFromOn }: AskedExtent): { months: string[]; isCut?: true } {
	const touched = begunIn(monthsOf(period), startOn);
	const over = isPart ? begunIn(elapsedMonths(period), startOn) : touched;
	// Where none is over yet, also of a ledger that begins in the running month, that month is asked for.
	const begun = over.length > 0 ? over : touched;
	const months = begun.filter((month) => !closedFromOn || `${month}-01` < closedFromOn);
	return months.length < begun.length ? { months, isCut: true } : { months };
}

/** How far a figure is known that the town or the software keeps: its ledger is begun, and has records in each year that counts. */
export function keptExtent({ period, startOn }: AskedExtent, years: readonly number[]): KnownExtent {
	const months = begunIn(monthsOf(period), startOn);
	if (months.length === 0) return nothing;
	return extentOf(months, [reachOf(months, (month) => years.includes(Number(month.slice(0, 4))))]);
}

/** How far a figure is known that says what is in place on the period's last day. */
export function lastingExtent({ period, startOn }: AskedExtent): KnownExtent {
	if (startOn === null || startOn > period.toOn || period.toOn < period.fromOn) return nothing;
	const months = monthsOf(period);
	return extentOf(months, [reachOf(months, () => true)]);
}

/** A figure of several ledgers is known as far as the least known of them. */
export const leastKnown = (extents: readonly KnownExtent[]): KnownExtent =>
	extents.reduce((least, one) => ((one.to ?? '') < (least.to ?? '') ? one : least));

/** Whether two periods may be compared as wholes: both are known, and no ledger begins or ends within only one of them. */
export function isComparable(now: KnownExtent, before: KnownExtent, periods: { now: Period; before: Period }): boolean {
	const areKnown = now.state === 'known' && before.state === 'known' && now.isCut === before.isCut;
	return areKnown && late(now, periods.now) === late(before, periods.before);
}

/** How many months after the period's first a figure begins to count. */
export const late = ({ from }: KnownExtent, period: Period): number =>
	from === null ? 0 : monthsOf(period).indexOf(from);

/** The months from that of a day on; none without one. */
const begunIn = (months: readonly string[], startOn: string | null): string[] =>
	months.filter((month) => startOn !== null && month >= startOn.slice(0, 7));

/** The first day on which one of some units began, and the first on which one ended; null where none has. */
interface Ends {
	firstFromOn: string | null;
	firstEndOn: string | null;
}

function endsOf(reporters: readonly Reporter[]): Ends {
	const first = (days: readonly string[]) =>
		days.reduce<string | null>((one, other) => (one === null || other < one ? other : one), null);
	return {
		firstFromOn: first(reporters.map(({ validFromOn }) => validFromOn)),
		firstEndOn: first(reporters.flatMap(({ validToOn }) => validToOn ?? []))
	};
}

/** A month (YYYY-MM) that is due. */
interface DueMonth extends Pick<Ends, 'firstEndOn'> {
	month: string;
	toOn: string;
	/**
	 * Whether it is before every unit was in place: then all report it, for an office may write down its older ledgers, too, but for one that came
	 * after another had ended.
	 */
	isOlder: boolean;
}

function dueOf(month: string, { firstFromOn, firstEndOn }: Ends): DueMonth {
	const { toOn } = monthBoundsOf(month);
	return { month, toOn, isOlder: firstFromOn === null || firstFromOn > toOn, firstEndOn };
}

/** Whether a unit reports a month: it is in place at the month's end. */
function owes({ validFromOn, validToOn }: Reporter, { toOn, isOlder, firstEndOn }: DueMonth): boolean {
	const isThere = isOlder ? firstEndOn === null || validFromOn <= firstEndOn : validFromOn <= toOn;
	return isThere && (validToOn === null || validToOn >= toOn);
}

/** Whether a unit is in place at the end of a month (YYYY-MM): then it reports it. */
export const isInPlaceAt = ({ validFromOn, validToOn }: Reporter, month: string): boolean => {
	const { toOn } = monthBoundsOf(month);
	return validFromOn <= toOn && (validToOn === null || validToOn >= toOn);
};

/** Of a unit, by their places among the months: the first and the last that it reports, and the first that is missing (beyond all: none is). */
interface Reach {
	first: number;
	last: number;
	gap: number;
}

/** How far what the town keeps is known from the first month on. */
function reachOf(months: readonly string[], isKnown: (month: string) => boolean): Reach {
	const gap = months.findIndex((month) => !isKnown(month));
	return { first: 0, last: months.length - 1, gap: gap === -1 ? months.length : gap };
}

function extentOf(months: readonly string[], reached: readonly Reach[]): KnownExtent {
	const least = Math.min(...reached.map(({ gap }) => gap));
	// A unit has reported no month before its first nor after its last.
	const most = Math.max(...reached.map(({ first, gap, last }) => (gap > first ? Math.min(gap, last + 1) : 0)));
	const inPlace = reached.filter(({ first, last }) => first <= Math.max(most - 1, 0) && last >= most - 1);
	const furthest =
		most === 0 ? null : { month: months[most - 1]!, units: inPlace.filter(({ gap }) => gap >= most).length };
	const state = least === months.length ? 'known' : least > 0 ? 'part' : 'unknown';
	return {
		state,
		from: months[0]!,
		to: months[least - 1] ?? null,
		due: months.at(-1)!,
		units: inPlace.length,
		furthest
	};
}
