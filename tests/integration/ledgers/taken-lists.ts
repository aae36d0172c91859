import { afterEach, beforeEach } from 'vitest';
import type { ExportRow } from '../../../src/lib/server/ledgers/export-row';
import { exportList } from '../../../src/lib/server/ledgers/exports';
import { declareAs } from '../banquets/new-banquet';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

type Name = Parameters<TestTown['as']>[0];

/** A list that is narrowed by nothing. */
export const any = { unitId: null, year: null, eventId: null, figure: null };

/** An account takes a list as a file. */
export const take = (name: Name, list: string, filter: Partial<typeof any> | object = {}) => {
	const ctx = town.as(name);
	return exportList(ctx, { ...any, id: ctx.newId(), list, format: 'xlsx', ...filter });
};

/** The rows of a list that an account takes. */
export async function rowsOf(name: Name, list: string, filter: object = {}): Promise<ExportRow[]> {
	const taken = await take(name, list, filter);
	if (!taken.ok) throw new Error(taken.refusal);
	const rows: ExportRow[] = [];
	for await (const slice of taken.rows) rows.push(...slice);
	return rows;
}

/** Zhou declares a banquet with a price. Out: its id. */
export const declare = (unitId: string, changes: object = {}) =>
	declareAs('zhou', town, {
		unitId,
		declaredOn: '2026-01-02',
		plannedOn: '2026-01-22',
		pricePerTable: 600,
		venue: '自家院坝',
		caterer: '=一条龙',
		isHygieneCertificateSeen: true,
		...changes
	});

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => (town = await openTestTown()));
	afterEach(() => town.close());
}
