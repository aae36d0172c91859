// Whether snapshots are as they were taken, and their figures what the records say now.
import { compareRecords, readRecordList, writeDefinitions, writeSnapshot } from '$lib/domain/reviews/snapshot';
import type { FigureTown } from '../figures/figures';
import { listLateRecords, type LateRecord } from '$lib/server/db/reviews/late-records';
import type { listAllSnapshots, listSnapshotFigures } from '$lib/server/db/reviews/snapshots';
import { countFigures, hashOf, type CountedFigure } from './counted-figures';
import type { Finding } from './finding';

type Kept = Awaited<ReturnType<typeof listAllSnapshots>>[number];
type KeptFigure = Awaited<ReturnType<typeof listSnapshotFigures>>[number];
/** Lists of records by their hash. */
type Lists = ReadonlyMap<string, string>;

const nameOf = ({ snapshot, closing }: Kept) => ({
	number: snapshot.number,
	period: `${closing.fromOn}–${closing.toOn}`
});

/** Whether a snapshot follows the one before it, and its hashes are those of what it holds. `before`: the last snapshot, of this unit or another. */
export function verifySnapshot(
	kept: Kept,
	before: Kept['snapshot'] | undefined,
	figures: KeptFigure[],
	lists: Lists
): Finding {
	const { snapshot, closing } = kept;
	const { fromOn, toOn } = closing;
	const isWhole = hashOf(writeSnapshot({ ...snapshot, fromOn, toOn }, figures)) === snapshot.hash;
	const isDefined = hashOf(writeDefinitions(figures)) === snapshot.definitions;
	const isListed = figures.every(({ listHash }) => hashOf(lists.get(listHash) ?? '?') === listHash);
	const broken = [
		!isChained(snapshot, before) && ('chain-broken' as const),
		!isWhole && ('hash-broken' as const),
		!isDefined && ('definitions-broken' as const),
		!isListed && ('list-broken' as const)
	].find((one) => one !== false);
	return { kind: 'snapshot', ...nameOf(kept), is: broken ?? 'sound' };
}

function isChained(snapshot: Kept['snapshot'], before: Kept['snapshot'] | undefined): boolean {
	if (before?.unitId !== snapshot.unitId) return snapshot.number === 1 && snapshot.previousHash === '';
	return snapshot.number === before.number + 1 && snapshot.previousHash === before.hash;
}

/** The figures of a closed period's latest snapshot against what the records say now. A figure that was defined later was never settled. */
export async function verifyFigures(
	town: FigureTown,
	kept: Kept,
	figures: KeptFigure[],
	lists: Lists
): Promise<Finding[]> {
	const { snapshot, closing } = kept;
	const [counted, late] = await Promise.all([
		countFigures(town, closing.unitId, closing),
		listLateRecords(town.db, closing.id)
	]);
	const since = late.filter(({ at }) => at >= snapshot.at);
	return counted.flatMap((now): Finding[] => {
		const settled = figures.find(({ figure }) => figure === now.id);
		if (!settled) return [];
		const changed = changedRecords(lists.get(settled.listHash) ?? '', now.list);
		return [
			{
				kind: 'figure',
				...nameOf(kept),
				figure: now.id,
				settled: settled.value,
				now: now.value,
				is: judge(settled, now, changed, since),
				records: changed.length
			}
		];
	});
}

/** The ids of the records that came, went or changed between two lists. */
function changedRecords(before: string, after: string): string[] {
	const { came, went, changed } = compareRecords(readRecordList(before), readRecordList(after));
	return [...came, ...went, ...changed.map(({ after }) => after)].map(({ id }) => id);
}

function judge(settled: KeptFigure, now: CountedFigure, changed: string[], late: LateRecord[]) {
	const counted = readRecordList(now.list).reduce((sum, { counts }) => sum + counts, 0);
	if (now.value !== null && now.value !== counted) return 'miscounted';
	// The same records are a number or no data, by when the ledger began and what was reported; that may lie in another period.
	if (changed.length === 0) return settled.value === null || settled.value === counted ? 'same' : 'unexplained';
	const isNoted = changed.every((id) => {
		const notes = late.filter(({ recordId }) => recordId === id);
		return notes.length > 0 && notes.every(({ verb }) => verb !== null);
	});
	return isNoted ? 'revised' : 'unexplained';
}
