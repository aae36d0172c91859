import type { Release } from '$lib/domain/releases/release';
import { settle } from '$lib/domain/releases/settled-year';
import { tellYear } from '$lib/domain/releases/tell-year';
import { closedMonth } from '$lib/domain/releases/town-line';
import type { Database } from '$lib/server/db/client';
import { insertReleases, listReleases } from '$lib/server/db/releases/releases';
import { listLatestSnapshots, listUnreleasedYears } from '$lib/server/db/releases/settled-records';
import { done } from '$lib/server/db/write';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { countYear } from './count-year';
import { readSettledYear, type Snapshot } from './settled-years';
import { beforeOf } from './tell-releases';

/**
 * Publishes what was closed before this version, which is the first to publish by releases: of each year its latest snapshots, so that the
 * public reads on what it read before, and no record that came later. Once a unit and year, also where nothing can be published: the act in the
 * audit trail says that it was looked at. A year that another process released meanwhile is left to it.
 */
export async function releaseFormerClosings(ctx: Context): Promise<void> {
	for (const { unitId, year } of await listUnreleasedYears(ctx.db)) {
		const snapshots = await listLatestSnapshots(ctx.db, unitId, year);
		const [latest] = snapshots;
		const releases = latest ? await tellFormerYear(ctx.db, { unitId, year, snapshots }) : [];
		const at = ctx.now();
		const id = ctx.newId();
		await recordAct(
			ctx,
			{ id, at, verb: 'releaseFormerClosings', subject: { type: 'unit', id: unitId }, unitId, detail: { year } },
			insertAll(ctx, releases, { unitId, snapshotId: latest?.id ?? '', at }),
			{ 'a release covers this period already': done, 'public_releases.unit_id': done } as const
		);
	}
}

function insertAll(ctx: Context, releases: readonly Release[], of: { unitId: string; snapshotId: string; at: number }) {
	if (releases.length === 0) return [];
	const rows = releases.map(({ cells, ...release }) => ({ ...release, ...of, id: ctx.newId(), cells: [...cells] }));
	return [insertReleases(ctx.db, rows)];
}

async function tellFormerYear(
	db: Database,
	{ unitId, year, snapshots }: { unitId: string; year: number; snapshots: readonly Snapshot[] }
): Promise<Release[]> {
	const { releases: published } = await listReleases(db, unitId, [year - 1, year + 1]);
	const counts = await countYear(db, { unitId, year, closedTo: closedMonth(year, snapshots) });
	const settled = await readSettledYear(db, year, snapshots);
	return tellYear(settle(counts, settled), beforeOf(year, { published, earlier: [] }));
}
