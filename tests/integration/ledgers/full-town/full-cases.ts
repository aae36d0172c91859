import { recordCase, settleCase } from '../../../../src/lib/server/cases/cases';
import type { TestTown } from '../../test-town';
import { must } from './must';

/** Cases of every kind, open and settled. */
export async function fillCases(town: TestTown): Promise<void> {
	const { units } = town;
	const [liu, zhou] = [town.as('liu'), town.as('zhou')];
	const dispute = {
		unitId: units.sanxing,
		kind: 'dispute',
		level: 'village',
		receivedOn: '2026-01-05',
		dueOn: null,
		matter: '=0012 号院坝边界'
	} as const;
	const caseId = liu.newId();
	must(await recordCase(liu, { ...dispute, id: caseId }));
	must(await settleCase(liu, { id: liu.newId(), caseId, settledOn: '2026-01-20', result: '@已签调解书' }));
	must(await recordCase(liu, { ...dispute, id: liu.newId(), kind: 'call', dueOn: '2026-01-12', matter: '路灯不亮' }));
	const incident = {
		kind: 'incident',
		level: 'town',
		unitId: units.town,
		dueOn: '2026-02-01',
		matter: '+危房'
	} as const;
	const incidentId = zhou.newId();
	must(await recordCase(zhou, { ...dispute, ...incident, id: incidentId }));
	must(await settleCase(zhou, { id: zhou.newId(), caseId: incidentId, settledOn: '2026-02-03', result: '' }));
}
