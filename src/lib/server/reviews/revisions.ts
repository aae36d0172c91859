import { findFigure, type FigureId } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { compareRecords, readRecordList } from '$lib/domain/reviews/snapshot';
import type { FigureTown } from '../figures/figures';
import { countedRecords } from '$lib/server/db/reviews/closings';
import { findLatestSnapshot, listSnapshotFigures, readLists } from '$lib/server/db/reviews/snapshots';
import { listLateRecords, type LateRecord } from '$lib/server/db/reviews/late-records';

/**
 * A figure of a closed period that the records no longer support: its value in the snapshot, its value now, and the
 * changes in between.
 */
export interface Revision {
	figure: FigureId;
	settled: number | null;
	now: number | null;
	came: number;
	went: number;
	changed: number;
	/** The acts that did it, the latest first, each once. */
	late: Pick<LateRecord, 'at' | 'reason' | 'unit' | 'by' | 'actId'>[];
}

/** The state of a period: the snapshot it is closed under, and its revisions since. */
export interface ClosedPeriod {
	closingId: string;
	snapshotId: string;
	number: number;
	at: number;
	settled: Map<string, number | null>;
	revisions: Revision[];
}

/**
 * The state of a unit's period, compared with `readings`, its figures as counted now. Null while it is open. It looks
 * only into figures whose number differs, so a period without late records costs two queries.
 */
export async function readClosedPeriod(
	town: FigureTown,
	{
		unitId,
		period,
		readings
	}: { unitId: string; period: Period; readings: readonly { id: FigureId; value: number | null }[] }
): Promise<ClosedPeriod | null> {
	const { db } = town;
	const found = await findLatestSnapshot(db, unitId, period);
	if (!found) return null;
	const { closing, snapshot } = found;
	const figures = await listSnapshotFigures(db, snapshot.id);
	const differing = readings.flatMap(({ id, value }) => {
		const kept = figures.find(({ figure }) => figure === id);
		return kept && kept.value !== value ? { id, value, kept } : [];
	});
	const revisions = differing.length === 0 ? [] : await explain(town, { unitId, period, ...found }, differing);
	return {
		closingId: closing.id,
		snapshotId: snapshot.id,
		number: snapshot.number,
		at: snapshot.at,
		revisions,
		settled: new Map(figures.map(({ figure, value }) => [figure, value]))
	};
}

interface Differing {
	id: FigureId;
	value: number | null;
	kept: { value: number | null; listHash: string };
}

/** What came between the snapshot and now, for the figures whose numbers differ. */
async function explain(
	town: FigureTown,
	{
		unitId,
		period,
		closing,
		snapshot
	}: { unitId: string; period: Period; closing: { id: string }; snapshot: { at: number } },
	rows: Differing[]
): Promise<Revision[]> {
	const { db } = town;
	const { figures } = await town.registry();
	const [lists, late, ...behind] = await Promise.all([
		readLists(
			db,
			rows.map(({ kept }) => kept.listHash)
		),
		listLateRecords(db, closing.id),
		...rows.map(({ id }) => countedRecords(db, findFigure(figures, id)!.source, period, { scope: unitId }))
	]);
	const revisions = rows.map(({ id, value, kept }, at) => {
		const { came, went, changed } = compareRecords(readRecordList(lists.get(kept.listHash) ?? ''), behind[at]!);
		const ids = new Set([...came, ...went, ...changed.map(({ after }) => after)].map((record) => record.id));
		const mine = late.filter((one) => ids.has(one.recordId) && one.at >= snapshot.at);
		const acts = mine.filter((one, nth) => mine.findIndex(({ actId }) => actId === one.actId) === nth);
		return {
			figure: id,
			settled: kept.value,
			now: value,
			late: acts,
			came: came.length,
			went: went.length,
			changed: changed.length
		};
	});
	// A zero became no data, or the other way round, because the ledger begins on another day: no record of the period changed.
	return revisions.filter(({ came, went, changed }) => came + went + changed > 0);
}
