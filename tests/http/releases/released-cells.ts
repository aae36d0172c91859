import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import type { Release, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { openDatabase } from '../../../src/lib/server/db/client';
import { listReleases } from '../../../src/lib/server/db/releases/releases';
import { loadedDemo } from '../../demo';

/** All that is released of the demo town in some years. */
export async function readReleases(years: readonly number[]): Promise<Release[]> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-released-'));
	cpSync(await loadedDemo(), folder, { recursive: true });
	const db = await openDatabase(`file:${join(folder, 'xinfeng.db')}`);
	const [town] = (await db.$client.execute('select id from units where parent_id is null')).rows;
	const { releases } = await listReleases(db, town!.id as string, years);
	await db.$client.close();
	rmSync(folder, { recursive: true });
	return releases;
}

/** Numbers and the sums of those that follow one another. */
function sumsOf(numbers: readonly number[]): number[] {
	return numbers.flatMap((_, from) => {
		let sum = 0;
		return numbers.slice(from).map((number) => (sum += number));
	});
}

const numbersOf = ({ cells }: Pick<Release, 'cells'>) => cells.flatMap(({ value }) => (value === null ? [] : [value]));

/** What a reader may be given of a figure's line: its years, its spans, and sums of spans that lie side by side. */
export function lineNumbers(releases: readonly Release[], figure: FigureId): Set<number> {
	const of = (kind: ReleaseKind) => releases.filter((one) => one.figure === figure && one.kind === kind);
	return new Set([...sumsOf(of('line').flatMap(numbersOf)), ...of('year').flatMap(numbersOf)]);
}

/** What a reader may be given of tables: their cells, and sums of a key's cells that lie side by side. */
export function tableNumbers(releases: readonly Release[], ...kinds: ReleaseKind[]): Set<number> {
	const tables = releases.filter(({ kind }) => kinds.includes(kind)).map(({ cells }) => cells);
	const rows = tables.flatMap((cells) =>
		[...new Set(cells.map(({ key }) => key))].map((key) => ({ cells: cells.filter((cell) => cell.key === key) }))
	);
	return new Set(rows.flatMap((row) => sumsOf(numbersOf(row))));
}
