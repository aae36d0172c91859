import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import type { TestTown } from '../test-town';

/** A school banquet of 三星村, planned for 2026-03-22 and recorded by its cadre. Out: its id. */
export async function declareSchool(town: TestTown, changes: object = {}): Promise<string> {
	const answer = await declareBanquet(town.as('liu'), {
		id: town.ctx.newId(),
		origin: 'found',
		occasion: 'school',
		unitId: town.units.sanxing,
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: '2026-03-01',
		plannedOn: '2026-03-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: null,
		venue: '',
		caterer: '',
		isHygieneCertificateSeen: false,
		...changes
	});
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
}
