import { addDays, addMonths } from '../calendar/calendar';

/** 全血 and 机采血小板 (单采). */
export const donationKinds = ['whole-blood', 'platelets'] as const;
export type DonationKind = (typeof donationKinds)[number];

/** A time to wait: calendar months, clamped to the month's end, or days. */
export type Span = { months: number } | { days: number };

export const standardIds = ['gb-18467-2011', 'draft-2025'] as const;
export type StandardId = (typeof standardIds)[number];

export interface DonationStandard {
	id: StandardId;
	/** Full years (周岁), both included. `repeatTo`: who gave before may go on up to this age; null: no such rule. */
	age: { from: number; to: number; repeatTo: number | null };
	/** Least weight in kg. Declared by the donor, measured on site. */
	weightKg: { male: number; female: number };
	/** Millilitres of whole blood that may be given at once. */
	volumes: readonly number[];
	/** What to wait between two donations: of the last kind, until the wanted one. */
	between: Record<DonationKind, Record<DonationKind, Span>>;
	/** Platelet donations in a year, at most. Only the station can count them. */
	plateletsAYear: number;
}

const inForce: DonationStandard = {
	id: 'gb-18467-2011',
	age: { from: 18, to: 55, repeatTo: 60 },
	weightKg: { male: 50, female: 45 },
	volumes: [200, 300, 400],
	between: {
		'whole-blood': { 'whole-blood': { months: 6 }, platelets: { months: 3 } },
		platelets: { 'whole-blood': { days: 28 }, platelets: { days: 14 } }
	},
	plateletsAYear: 24
};

/** GB 18467-2011, and the revision in consultation since December 2025: where the draft says nothing else, the rules stay as they are. */
export const standards: Record<StandardId, DonationStandard> = {
	'gb-18467-2011': inForce,
	'draft-2025': {
		...inForce,
		id: 'draft-2025',
		age: { from: 18, to: 65, repeatTo: null },
		between: { ...inForce.between, 'whole-blood': { ...inForce.between['whole-blood'], 'whole-blood': { days: 90 } } }
	}
};

/** From which day (YYYY-MM-DD) a standard holds in this installation. */
export interface StandardSetting {
	standard: StandardId;
	fromOn: string;
}

/** The standard until a town sets another: GB 18467-2011 came into force on this day. */
export const firstSetting: StandardSetting = { standard: 'gb-18467-2011', fromOn: '2012-07-01' };

/** The standard in force on a day. `settings` in the order they were made: of two from the same day the later one holds. */
export function standardOn(settings: readonly StandardSetting[], on: string): DonationStandard {
	const holding = settings.reduce(
		(best, one) => (one.fromOn <= on && one.fromOn >= best.fromOn ? one : best),
		firstSetting
	);
	return standards[holding.standard];
}

/** The day a wait that begins on `on` is over. */
export function afterWait(on: string, span: Span): string {
	return 'months' in span ? addMonths(on, span.months) : addDays(on, span.days);
}
