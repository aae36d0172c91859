import { join } from 'node:path';
import type { ReleasedCell, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { openDatabase } from '../../../src/lib/server/db/client';

/** A release of the demo, with numbers that tell which cell they are. */
export interface Marked {
	figure: string;
	kind: ReleaseKind;
	year: number;
	fromOn: string;
	cells: ReleasedCell[];
}

/** A number of a cell, by the name of its column. */
type Place = { cell: ReleasedCell; name: 'value' | 'beside' };

/** Coverage of a village is a step in percent, which no other number can stand for. */
const isMarkable = (kind: ReleaseKind, { key }: ReleasedCell, name: Place['name']) =>
	kind !== 'coverage' || key === '' || name === 'beside';

/**
 * Writes other numbers into all releases of a data folder, each cell its own: the larger a number was, the larger it is, and none stays none, so
 * that pages say the same words. `markOf`: the mark of the nth number by size.
 */
export async function markReleases(folder: string, markOf: (nth: number) => number): Promise<Marked[]> {
	const { $client } = await openDatabase(`file:${join(folder, 'xinfeng.db')}`);
	const rows = (await $client.execute('select id, figure, kind, year, from_on, cells from public_releases')).rows;
	const releases = rows.map((row) => ({ id: String(row.id), ...releaseOf(row) }));
	const places = releases.flatMap(({ kind, cells }) =>
		cells.flatMap((cell) =>
			(['value', 'beside'] as const)
				.filter((name) => cell[name] && isMarkable(kind, cell, name))
				.map((name): Place => ({ cell, name }))
		)
	);
	const size = ({ cell, name }: Place) => Math.abs(cell[name]!);
	const bySize = places.toSorted((one, other) => size(one) - size(other));
	for (const [nth, { cell, name }] of bySize.entries()) cell[name] = Math.sign(cell[name]!) * markOf(nth);
	const [rule] = (await $client.execute("select sql from sqlite_master where name = 'public_releases_unchanged'")).rows;
	await $client.execute('drop trigger public_releases_unchanged');
	for (const { id, cells } of releases)
		await $client.execute({
			sql: 'update public_releases set cells = ? where id = ?',
			args: [JSON.stringify(cells), id]
		});
	await $client.execute(String(rule!.sql));
	await $client.close();
	return releases;
}

function releaseOf(row: Record<string, unknown>): Marked {
	return {
		figure: String(row.figure),
		kind: String(row.kind) as ReleaseKind,
		year: Number(row.year),
		fromOn: String(row.from_on),
		cells: JSON.parse(String(row.cells)) as ReleasedCell[]
	};
}
