import { changedFigures, readReportText } from '$lib/domain/reviews/report-text';
import { compareRecords, readRecordList, writeDefinitions, writeSnapshot } from '$lib/domain/reviews/snapshot';
import { countFigures, hashOf } from './closings';
import { openDatabase, type Database } from '$lib/server/db/client';
import { listAllSnapshots, listLateRecords, listSnapshotFigures, readLists } from '$lib/server/db/reviews/closings';
import { listCountDifferences } from '$lib/server/db/figures/figure-recount';
import { listPublished } from '$lib/server/db/reviews/reports';
import { readingsOfDraft, settledReadings } from './reports';

/** One line of a verification. */
export type Finding =
	| {
			kind: 'snapshot';
			number: number;
			period: string;
			is: 'sound' | 'chain-broken' | 'hash-broken' | 'definitions-broken' | 'list-broken';
	  }
	| {
			kind: 'figure';
			number: number;
			period: string;
			figure: string;
			settled: number | null;
			now: number | null;
			/** Miscounted: the count kept is not that of the records. Revised: what came, went or changed was noted with the act that did it. */
			is: 'same' | 'revised' | 'unexplained' | 'miscounted';
			records: number;
	  }
	| {
			kind: 'report';
			year: number;
			draft: number;
			figure: string;
			printed: number | null;
			settled: number | null;
			is: 'same' | 'unexplained';
	  }
	| { kind: 'count'; of: string; on: string; kept: number; counted: number; is: 'miscounted' };

/** Whether a finding makes a verification fail. */
export const isBad = ({ is }: Finding): boolean => !['sound', 'same', 'revised'].includes(is);

/**
 * Recomputes what was ever settled or published from the records: the chain of snapshots with its hashes; of each closed period the
 * figures of its latest snapshot; and of each published review the figures it prints. Reads only.
 */
export async function verifyTown(db: Database): Promise<Finding[]> {
	const all = await listAllSnapshots(db);
	const findings: Finding[] = [];
	for (const [at, { snapshot, closing }] of all.entries()) {
		const before = all[at - 1]?.snapshot;
		const isFirst = before?.unitId !== snapshot.unitId;
		const isChained = isFirst
			? snapshot.number === 1 && snapshot.previousHash === ''
			: snapshot.number === before.number + 1 && snapshot.previousHash === before.hash;
		const figures = await listSnapshotFigures(db, snapshot.id);
		const lists = await readLists(
			db,
			figures.map(({ listHash }) => listHash)
		);
		const isListed = figures.every(({ listHash }) => hashOf(lists.get(listHash) ?? '?') === listHash);
		const isDefined = hashOf(writeDefinitions(figures)) === snapshot.definitions;
		const isWhole =
			hashOf(writeSnapshot({ ...snapshot, fromOn: closing.fromOn, toOn: closing.toOn }, figures)) === snapshot.hash;
		const broken = [
			!isChained && ('chain-broken' as const),
			!isWhole && ('hash-broken' as const),
			!isDefined && ('definitions-broken' as const),
			!isListed && ('list-broken' as const)
		].find((one) => one !== false);
		const named = { number: snapshot.number, period: `${closing.fromOn}–${closing.toOn}` };
		findings.push({ kind: 'snapshot', ...named, is: broken ?? 'sound' });
		const isLatest = !all.slice(at + 1).some((later) => later.closing.id === closing.id);
		if (!isLatest) continue;

		const [now, late] = await Promise.all([countFigures(db, closing.unitId, closing), listLateRecords(db, closing.id)]);
		for (const { id, value, list } of now) {
			const kept = figures.find(({ figure }) => figure === id);
			// A figure that was defined later was never settled.
			if (!kept) continue;
			const { came, went, changed } = compareRecords(
				readRecordList(lists.get(kept.listHash) ?? ''),
				readRecordList(list)
			);
			const records = [...came, ...went, ...changed.map(({ after }) => after)];
			const notes = (recordId: string) => late.filter((one) => one.recordId === recordId && one.at >= snapshot.at);
			const isNoted = records.every((record) => {
				const of = notes(record.id);
				return of.length > 0 && of.every(({ verb }) => verb !== null);
			});
			// No records are 0 or no data, by when the ledger began; that may lie in another period.
			const isSame = records.length === 0 && (kept.value ?? 0) === (value ?? 0);
			const counted = readRecordList(list).reduce((sum, { counts }) => sum + counts, 0);
			const isCounted = value === null || value === counted;
			const explained = isSame ? 'same' : isNoted && records.length > 0 ? 'revised' : 'unexplained';
			const is = isCounted ? explained : 'miscounted';
			findings.push({
				kind: 'figure',
				...named,
				figure: id,
				settled: kept.value,
				now: value,
				is,
				records: records.length
			});
		}
	}
	const counts = (await listCountDifferences(db)).map(({ of, on, kept, counted }): Finding => {
		return { kind: 'count', of, on, kept, counted, is: 'miscounted' };
	});
	return [...findings, ...counts, ...(await verifyReports(db))];
}

async function verifyReports(db: Database): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const { year, number, snapshotId, body, figures } of await listPublished(db)) {
		const before = readingsOfDraft(figures);
		const readings = settledReadings(before, await listSnapshotFigures(db, snapshotId));
		const changed = new Set(changedFigures(readReportText(body), { readings, before }));
		for (const { figure, value } of figures) {
			findings.push({
				kind: 'report',
				year,
				draft: number,
				figure,
				printed: value,
				settled: readings.get(figure)!.value,
				is: changed.has(figure) ? 'unexplained' : 'same'
			});
		}
	}
	return findings;
}

/** The same of the database at an address, opened for it and closed again: for `npm run verify`. */
export async function verifyDatabase(url: string, authToken?: string): Promise<{ findings: Finding[]; bad: number }> {
	const db = await openDatabase(url, authToken);
	try {
		const findings = await verifyTown(db);
		return { findings, bad: findings.filter(isBad).length };
	} finally {
		db.$client.close();
	}
}
