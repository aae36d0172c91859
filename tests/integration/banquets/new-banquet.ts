import { declareBanquet, type DeclareBanquetCommand } from '../../../src/lib/server/banquets/banquets';
import type { CastName } from '../cast';
import type { TestTown } from '../test-town';

/** A longevity banquet of 三星村 in three weeks, as a cadre declares it; the town's clock says 2026-03-02. */
export const newBanquet = (town: TestTown, changes: object = {}): DeclareBanquetCommand => ({
	id: town.ctx.newId(),
	origin: 'declared',
	occasion: 'longevity',
	unitId: town.units.sanxing,
	hostName: '张试办',
	hostPhone: '13800000001',
	declaredOn: '2026-03-02',
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 30,
	pricePerTable: null,
	venue: '',
	caterer: '',
	isHygieneCertificateSeen: false,
	...changes
});

/** A cadre declares it. Out: its id. */
export async function declareAs(name: CastName, town: TestTown, changes: object = {}): Promise<string> {
	const answer = await declareBanquet(town.as(name), newBanquet(town, changes));
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
}
