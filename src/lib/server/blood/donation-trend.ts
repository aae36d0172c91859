import { dateOf, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { suppress, type Shown } from '$lib/domain/figures/small-numbers';
import { askDrives, type Drive } from '$lib/server/db/blood/drives';
import type { TrendPart } from '../figures/trend-asker';
import { monthlyTrend } from '../figures/trends';

/** One drive as the public sees it: where its donors are withheld, so are its millilitres. */
export interface PublicDrive {
	id: string;
	title: string;
	place: string;
	/** ms, UTC */
	startsAt: number;
	donors: number | null;
	shown: Shown;
	millilitres: number | null;
}

/** A period's donations (人次) by month against the one it is compared with; small numbers withheld. */
export const donationsByMonth = monthlyTrend({
	of: [{ measure: 'blood-donors', by: 'adds' }],
	startOn: ({ events }) => events
});

/** The drives of a period, the latest first; small numbers withheld. What a whole year withholds stays withheld in its parts. */
export const bloodDrives: TrendPart<PublicDrive[]> = ({
	db,
	query: {
		scope,
		periods: { now }
	},
	rows
}) => {
	const years = { fromOn: yearBounds(yearOf(now.fromOn)).fromOn, toOn: yearBounds(yearOf(now.toOn)).toOn };
	const drives = rows(askDrives(db, scope, years));
	return () => {
		const all = drives().map((drive) => ({ ...drive, on: dateOf(drive.startsAt) }));
		const yearsOf = [...new Set(all.map(({ on }) => yearOf(on)))];
		return yearsOf
			.flatMap((year) => publishDrives(all.filter(({ on }) => yearOf(on) === year)))
			.filter(({ on }) => on >= now.fromOn && on <= now.toOn)
			.map(({ on: _, ...drive }) => drive);
	};
};

/** A year's drives. */
function publishDrives<Row extends Drive>(drives: readonly Row[]) {
	const cells = suppress(drives.map(({ id, donors }) => ({ key: id, value: donors })));
	return drives.map((drive, at) => {
		const { value, shown } = cells[at]!;
		return { ...drive, donors: value, shown, millilitres: shown === 'exact' ? drive.millilitres : null };
	});
}
