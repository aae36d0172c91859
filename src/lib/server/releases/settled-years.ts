import { monthBounds, monthOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isYear } from '$lib/domain/releases/published';
import type { SettledYear } from '$lib/domain/releases/settled-year';
import { readRecordList, type CountedRecord } from '$lib/domain/reviews/snapshot';
import type { Database } from '$lib/server/db/client';
import { countPledges, placeBanquets, type listLatestSnapshots } from '$lib/server/db/releases/settled-records';
import { listSnapshotFigures, readLists } from '$lib/server/db/reviews/snapshots';
import { lined } from './year-asks';

/** The latest snapshot of a closed period. */
export type Snapshot = Awaited<ReturnType<typeof listLatestSnapshots>>[number];

/** What the latest snapshots of a year's closed periods say. Where the whole year was closed, that of the year alone. */
export async function readSettledYear(
	db: Database,
	year: number,
	snapshots: readonly Snapshot[]
): Promise<SettledYear> {
	const ofYear = snapshots.find(isYear);
	const settled = await Promise.all((ofYear ? [ofYear] : snapshots).map((snapshot) => readSnapshot(db, snapshot)));
	const recordsOf = (figure: string) =>
		Array.from({ length: 12 }, (_, at) => monthBounds(year, at + 1)).map((month) => recordsIn(settled, figure, month));
	const held = recordsOf('banquets-held');
	const places = await placeBanquets(
		db,
		held.flat().map(({ id }) => id)
	);
	const pledges = await Promise.all(
		settled.map(
			async ({ toOn, lists }) => [toOn, await countPledges(db, idsOf(lists.get('pledges-in-force')))] as const
		)
	);
	return {
		totals: ofYear ? settled[0]!.values : null,
		months: new Map(lined.map(({ id }) => [id, recordsOf(id).map(sumOf)])),
		banquets: held.flatMap((records, month) =>
			records.map(({ id }) => ({
				village: places.get(id)?.village ?? null,
				occasion: places.get(id)?.occasion ?? null,
				month
			}))
		),
		pledges: new Map(pledges)
	};
}

interface Settled extends Period {
	values: Map<string, number | null>;
	lists: Map<string, CountedRecord[]>;
}

async function readSnapshot(db: Database, { id, fromOn, toOn }: Snapshot): Promise<Settled> {
	const figures = await listSnapshotFigures(db, id);
	const texts = await readLists(
		db,
		figures.map(({ listHash }) => listHash)
	);
	const wanted = ['pledges-in-force', ...lined.map((figure): string => figure.id)];
	const listed = figures.filter(({ figure }) => wanted.includes(figure));
	return {
		fromOn,
		toOn,
		values: new Map(figures.map(({ figure, value }) => [figure, value])),
		lists: new Map(listed.map(({ figure, listHash }) => [figure, readRecordList(texts.get(listHash) ?? '')]))
	};
}

/** The records of a month by the latest snapshot that covers it: they come in that order. */
function recordsIn(settled: readonly Settled[], figure: string, month: Period): CountedRecord[] {
	const covering = settled.find(({ fromOn, toOn }) => fromOn <= month.fromOn && toOn >= month.toOn);
	return (covering?.lists.get(figure) ?? []).filter(({ on }) => monthOf(on) === monthOf(month.fromOn));
}

const idsOf = (records: readonly CountedRecord[] = []) => records.map(({ id }) => id);

const sumOf = (records: readonly CountedRecord[]) => records.reduce((sum, { counts }) => sum + counts, 0);
