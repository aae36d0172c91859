import { recordActivity } from '../../../../src/lib/server/activities/activities';
import { recordCheckedZero } from '../../../../src/lib/server/activities/checked-zeros';
import type { TestTown } from '../../test-town';
import { must } from './must';

/** Entries of the work ledger, with a checked zero. */
export async function fillActivities(town: TestTown): Promise<void> {
	const { units } = town;
	const [liu, zhou] = [town.as('liu'), town.as('zhou')];
	const entry = {
		unitId: units.sanxing,
		kind: 'slogan' as const,
		doneOn: '2026-01-05',
		subject: '0012 号标语',
		place: '主公路',
		audience: '过路群众',
		quantity: 21,
		result: '@已挂',
		responsible: '王试管',
		evidence: '照片 3 张',
		note: '+补'
	};
	const plain = {
		kind: 'deployment-meeting' as const,
		quantity: 1,
		place: '',
		audience: '',
		result: '',
		evidence: '',
		note: ''
	};
	const zero = { unitId: units.sanxing, kind: 'complaint', month: '2026-01', responsible: '王试管' } as const;
	must(await recordActivity(liu, { ...entry, id: liu.newId() }));
	must(await recordActivity(zhou, { ...entry, ...plain, id: zhou.newId(), unitId: units.town }));
	must(await recordCheckedZero(liu, { ...zero, id: liu.newId() }));
}
