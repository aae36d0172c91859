import { afterEach, beforeEach } from 'vitest';
import { beginReport, saveReport } from '../../../src/lib/server/reviews/reports';
import { publishReport } from '../../../src/lib/server/reviews/report-publications';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { type CastName } from '../cast';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;
export let reportId: string;

export const id = () => town.ctx.newId();

export const begin = (over: { who?: CastName; id?: string; year?: number; from?: 'template' | 'last-year' } = {}) =>
	beginReport(town.as(over.who ?? 'zhou'), {
		id: over.id ?? reportId,
		unitId: town.units.town,
		year: over.year ?? 2024,
		from: over.from ?? 'template'
	});
export const save = (seen: number, body: string, who: CastName = 'zhou', of = reportId) =>
	saveReport(town.as(who), { id: id(), reportId: of, seen, body });
export const publish = (draft: number, who: CastName = 'zhou') =>
	publishReport(town.as(who), { id: id(), reportId, draft });
export const body = '# 回眸\n\n办宴{{办宴}}，比去年{{办宴|增减}}。';

/** Opens a town with a review begun before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
		reportId = town.ctx.newId();
	});
	afterEach(() => town.close());
}
