import { signUp } from '../../../../src/lib/server/signups/signups';
import { setHouseholds } from '../../../../src/lib/server/units/households';
import type { TestTown } from '../../test-town';
import { must } from './must';

/** Counts of the households of two villages. */
export async function fillHouseholds(town: TestTown): Promise<void> {
	const { units } = town;
	const zhou = town.as('zhou');
	const counts = [
		{ unitId: units.sanxing, fromOn: '2025-01-01', households: 412 },
		{ unitId: units.hesha, fromOn: '2026-01-01', households: 388 }
	];
	for (const count of counts) must(await setHouseholds(zhou, { ...count, id: zhou.newId() }));
}

/** A party with companions, and a person who was helped. */
export async function fillSignups(town: TestTown): Promise<void> {
	const { rows } = await town.ctx.db.$client.execute('select id from slots');
	const slotId = String(rows[0]!.id);
	const several = {
		slotId,
		villageId: town.units.sanxing,
		partySize: 3,
		name: '吴试名',
		phone: '13700000001',
		companions: ['郑试名', '冯试名'],
		acceptsSome: true,
		email: 'wu@example.cn',
		language: 'en'
	} as const;
	const helped = {
		slotId,
		villageId: null,
		partySize: 1,
		name: '陈试名',
		phone: '13700000002',
		helper: { name: '褚试帮', phone: '13700000003' }
	};
	must(await signUp(town.visitor, { ...several, companions: [...several.companions], id: town.ctx.newId() }));
	must(await signUp(town.visitor, { ...helped, id: town.ctx.newId() }));
}
