import type { FigureId } from '$lib/domain/figures/figure';
import { compareRecords, readRecordList, type RecordChanges, type SnapshotFigure } from '$lib/domain/reviews/snapshot';
import type { Database } from '$lib/server/db/client';
import type { FigureTown } from '../figures/figures';
import { findSnapshot, listSnapshotFigures, readLists } from '$lib/server/db/reviews/snapshots';

/** A figure of two snapshots side by side. */
export interface ComparedFigure extends RecordChanges {
	figure: FigureId;
	before: number | null;
	after: number | null;
	isDefinedOtherwise: boolean;
}

/** What differs between two snapshots of one period, in the registry's order; null when either is not there or they are of different periods. */
export async function compareSnapshots(town: FigureTown, earlierId: string, laterId: string) {
	const { db } = town;
	const [earlier, later] = await Promise.all([findSnapshot(db, earlierId), findSnapshot(db, laterId)]);
	if (!earlier || !later || earlier.closing.id !== later.closing.id) return null;
	const [before, after] = await Promise.all([listSnapshotFigures(db, earlierId), listSnapshotFigures(db, laterId)]);
	const ids = (await town.registry()).figures.map(({ id }) => id);
	return { earlier, later, figures: await compareFigures(db, ids, { before, after }) };
}

async function compareFigures(
	db: Database,
	ids: readonly FigureId[],
	{ before, after }: Record<'before' | 'after', readonly SnapshotFigure[]>
): Promise<ComparedFigure[]> {
	const pairs = ids.flatMap((id) => {
		const [was, is] = [before.find(({ figure }) => figure === id), after.find(({ figure }) => figure === id)];
		const isSame = was?.value === is?.value && was?.listHash === is?.listHash && was?.definition === is?.definition;
		// A figure that only one of them defines, and that it does not know, is no difference.
		const isUnknown = (!was || !is) && (was?.value ?? null) === null && (is?.value ?? null) === null;
		return isSame || isUnknown ? [] : { id, was, is };
	});
	const lists = await readLists(
		db,
		pairs.flatMap(({ was, is }) => [was, is].flatMap((one) => one?.listHash ?? []))
	);
	const recordsOf = (figure: SnapshotFigure | undefined) => readRecordList(lists.get(figure?.listHash ?? '') ?? '');
	return pairs.map(({ id, was, is }) => ({
		figure: id,
		before: was?.value ?? null,
		after: is?.value ?? null,
		isDefinedOtherwise: was !== undefined && is !== undefined && was.definition !== is.definition,
		...compareRecords(recordsOf(was), recordsOf(is))
	}));
}
