import type { TestTown } from '../test-town';

/** What a person with the database in hand might do to a release of banquets held. */
export async function publicReleasesOf(town: TestTown) {
	const { $client } = town.ctx.db;
	const { rows } = await $client.execute("select * from public_releases where kind = 'line' limit 1");
	const { snapshot_id: snapshotId } = rows[0]!;
	return {
		change: () => $client.execute("update public_releases set cells = '[]' where kind = 'line'"),
		remove: () => $client.execute("delete from public_releases where kind = 'line'"),
		add: ({ from, to }: { from: string; to: string }) =>
			$client.execute(
				`insert into public_releases (id, unit_id, figure, kind, year, from_on, to_on, cells, snapshot_id, at)
				values (?, ?, 'banquets-held', 'line', ?, ?, ?, '[]', ?, 0)`,
				[town.ctx.newId(), town.units.town, Number(from.slice(0, 4)), from, to, snapshotId as string]
			)
	};
}
