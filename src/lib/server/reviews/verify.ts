import { changedFigures } from '$lib/domain/reviews/printed-report';
import { readReportText } from '$lib/domain/reviews/report-text';
import { nothingAdded } from '$lib/domain/activities/added-work';
import { registryOf, type Registry } from '$lib/domain/figures/registry';
import { findTown } from '$lib/server/db/activities/added-work';
import { openDatabase, type Database } from '$lib/server/db/client';
import { listAllSnapshots, listSnapshotFigures, readLists } from '$lib/server/db/reviews/snapshots';
import { listCountDifferences } from '$lib/server/db/figures/figure-recount';
import { listColumnDifferences } from '$lib/server/db/kept-columns';
import { listOutsideRecords } from '$lib/server/db/rules/outside-records';
import { listPublished } from '$lib/server/db/reviews/reports';
import { readingsOfDraft, settledReadings } from './report-readings';
import { verifyFigures, verifySnapshot } from './verify-snapshots';
import { type Finding, isBad } from './finding';

/**
 * Recomputes what was ever settled or published from the records: the chain of snapshots with its hashes; of each closed period the
 * figures of its latest snapshot; of each published review the figures it prints; whatever triggers keep for figures and lists; and that
 * each record is of a day on which its unit is there. Reads only.
 */
export async function verifyTown(db: Database): Promise<Finding[]> {
	const all = await listAllSnapshots(db);
	const registry = registryOf((await findTown(db))?.added ?? nothingAdded);
	const town = { db, registry: async () => registry };
	const findings: Finding[] = [];
	for (const [at, kept] of all.entries()) {
		const figures = await listSnapshotFigures(db, kept.snapshot.id);
		const lists = await readLists(
			db,
			figures.map(({ listHash }) => listHash)
		);
		findings.push(verifySnapshot(kept, all[at - 1]?.snapshot, figures, lists));
		const isLatest = !all.slice(at + 1).some((later) => later.closing.id === kept.closing.id);
		if (isLatest) findings.push(...(await verifyFigures(town, kept, figures, lists)));
	}
	const counts = (await listCountDifferences(db)).map(({ of, on, measure, differs, kept, counted }): Finding => {
		return { kind: 'count', of, on, measure, differs, kept, counted, is: 'miscounted' };
	});
	const columns = (await listColumnDifferences(db)).map((difference): Finding => ({
		kind: 'column',
		...difference,
		is: 'miscounted'
	}));
	const lives = (await listOutsideRecords(db)).map((found): Finding => ({ kind: 'life', ...found, is: 'outside' }));
	return [...findings, ...counts, ...columns, ...lives, ...(await verifyReports(db, registry))];
}

async function verifyReports(db: Database, registry: Registry): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const { year, number, snapshotId, body, figures } of await listPublished(db)) {
		const before = readingsOfDraft(figures);
		const readings = settledReadings(before, await listSnapshotFigures(db, snapshotId));
		const changed = new Set(changedFigures(readReportText(body, registry), { readings, before }));
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
		await db.$client.close();
	}
}
