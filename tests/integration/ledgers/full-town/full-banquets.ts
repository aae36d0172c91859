// Banquets and dissuasions with every field, empty and full.
import { recordOutcome } from '../../../../src/lib/server/banquets/banquet-outcomes';
import { recordDissuasion } from '../../../../src/lib/server/banquets/dissuasions';
import type { TestTown } from '../../test-town';
import { declareAs } from '../../banquets/new-banquet';
import { must } from './must';

const full = {
	declaredOn: '2026-01-02',
	plannedOn: '2026-01-22',
	pricePerTable: 600,
	venue: '=院坝, "大"',
	caterer: '一条龙\n李师',
	isHygieneCertificateSeen: true
};

const declare = (town: TestTown, changes: object) => declareAs('zhou', town, { ...full, ...changes });

/** Banquets that are declared, found, held and reduced. */
export async function fillBanquets(town: TestTown): Promise<void> {
	const { units } = town;
	const zhou = town.as('zhou');
	const held = await declare(town, {});
	const reduced = await declare(town, {
		hostPhone: null,
		hostName: '欧阳试办',
		unitId: units.sanxingGroup1,
		occasion: 'wedding',
		pricePerTable: null,
		caterer: ''
	});
	await declare(town, {
		origin: 'found',
		occasion: 'other',
		hostPhone: '02371234567',
		unitId: units.qiaotou,
		isHygieneCertificateSeen: false,
		venue: ''
	});
	await declare(town, { hostPhone: '13800000004', plannedOn: '2026-05-01', occasion: 'school' });
	const end = { endedOn: '2026-01-22' };
	must(await recordOutcome(zhou, { ...end, id: zhou.newId(), banquetId: held, outcome: 'held', tablesHeld: 28 }));
	must(await recordOutcome(zhou, { ...end, id: zhou.newId(), banquetId: reduced, outcome: 'reduced', tablesHeld: 9 }));
}

/** A banquet that was called off, and one that became smaller. */
export async function fillDissuasions(town: TestTown): Promise<void> {
	const liu = town.as('liu');
	const called = await declare(town, { hostPhone: '13800000005', occasion: 'housewarming', hostName: '李试停' });
	const smaller = await declare(town, { hostPhone: null, hostName: '孙试停', occasion: 'full-month' });
	const visit = { wentOn: '2026-01-10', outcome: 'cancelled', note: '-算了两本账' } as const;
	must(await recordDissuasion(liu, { ...visit, id: liu.newId(), banquetId: called }));
	must(await recordDissuasion(liu, { ...visit, id: liu.newId(), banquetId: smaller, outcome: 'reduced', note: '' }));
}
