import { createHash } from 'node:crypto';
import type { FigureId } from '$lib/domain/figures/figure';
import type { Registry } from '$lib/domain/figures/registry';
import { rangePeriods, type Period } from '$lib/domain/calendar/reporting-period';
import type { SnapshotFigure } from '$lib/domain/reviews/snapshot';
import { aside } from '$lib/server/db/aside';
import { writeRecordLists } from '$lib/server/db/reviews/closings';
import { readFigures, type FigureTown } from '../figures/figures';

/** A figure counted from records, with those records as the text that is hashed. */
export interface CountedFigure {
	id: FigureId;
	value: number | null;
	previous: number | null;
	recordCount: number;
	list: string;
	listHash: string;
}

/** Every figure of a unit's period that is over, as its records say now, in the registry's order. */
export async function countFigures(town: FigureTown, unitId: string, period: Period): Promise<CountedFigure[]> {
	// The period is over: `today` may be its last day, and nothing is cut off.
	const periods = rangePeriods(period, period.toOn);
	const { figures } = await town.registry();
	const [readings, records] = await Promise.all([
		readFigures(town, { scope: unitId, periods }),
		writeRecordLists(town.db, { figures, scope: unitId, period })
	]);
	return readings.map(({ id, value, previous }) => {
		const { list, recordCount } = records.get(id)!;
		return { id, value, previous, recordCount, list, listHash: hashOf(list) };
	});
}

/** The figures of a period that is over as a snapshot keeps them, and the lists of their records by hash. */
export async function countPeriod(town: FigureTown, unitId: string, period: Period, define: DefineFigures) {
	// Every record of the period is read, so it is read aside.
	const counted = await countFigures({ ...town, db: aside(town.db) }, unitId, period);
	const registry = await town.registry();
	const definitions = define(registry);
	const lists = new Map(counted.map(({ listHash, list }) => [listHash, list]));
	return {
		figures: counted.map(({ id, list: _, ...counts }): SnapshotFigure => {
			const { unit, source } = registry.figures.find((figure) => figure.id === id)!;
			return { figure: id, ...counts, definition: JSON.stringify({ unit, source, words: definitions[id] }) };
		}),
		lists: [...lists].map(([hash, list]) => ({ hash, list }))
	};
}

/** SHA-256 in hex of a text in UTF-8. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The definitions of a town's figures in words, both languages. The services know no words, so the caller brings them. */
export type DefineFigures = (registry: Registry) => Record<string, { 'zh-CN': string; en: string }>;
