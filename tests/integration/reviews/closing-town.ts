import { afterEach, beforeEach } from 'vitest';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readClosedPeriod } from '../../../src/lib/server/reviews/revisions';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { type CastName } from '../cast';
import { type TestUnit } from '../cast';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;

export const id = () => town.ctx.newId();
export const definitions = figureDefinitions;
export const period = yearBounds(2024);

export async function close(span = '2024', who: CastName = 'zhou', unit: TestUnit = 'town') {
	const closingId = id();
	const unitId = town.units[unit];
	const result = await closePeriod(town.as(who), { id: closingId, snapshotId: id(), unitId, span, definitions });
	return { result, closingId };
}

export const enter = (who: CastName, unit: TestUnit, doneOn: string, over: { id?: string; kind?: 'slogan' } = {}) =>
	recordActivity(town.as(who), {
		id: over.id ?? id(),
		unitId: town.units[unit],
		kind: over.kind ?? 'villagers-meeting',
		doneOn,
		quantity: 3,
		subject: '村民大会',
		place: '',
		audience: '',
		result: '',
		responsible: '试责任',
		evidence: '',
		note: ''
	});

export async function closed() {
	const unitId = town.units.town;
	const readings = await readFigures(town.ctx, { scope: unitId, periods: rangePeriods(period, '2026-03-02') });
	return readClosedPeriod(town.ctx, { unitId, period, readings });
}

export const bad = async () => (await verifyTown(town.ctx.db)).filter(isBad);

/** Opens a town and its ledger before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
	});
	afterEach(() => town.close());
}
