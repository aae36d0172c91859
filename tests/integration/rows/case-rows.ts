import type { CaseKind, CaseLevel } from '../../../src/lib/domain/cases/case';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { caseRemovals, cases, caseSettlements } from '../../../src/lib/server/db/schema/cases/cases';
import { sealMatter, sealResult } from '../../../src/lib/server/cases/cases';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

/** Puts a case into the ledger, due a week after it was received where no other day is given. */
export async function putCase(
	{ ctx, units }: TestTown,
	kind: CaseKind,
	unit: TestUnit,
	receivedOn: string,
	{
		level = 'village',
		dueOn = addDays(receivedOn, 7),
		settledOn = null,
		removed = false
	}: { level?: CaseLevel; dueOn?: string | null; settledOn?: string | null; removed?: boolean } = {}
): Promise<string> {
	const [id, at] = [ctx.newId(), Date.UTC(2030, 0, 1)];
	const matterSealed = sealMatter(ctx, id, '测试事项');
	await ctx.db.insert(cases).values({ id, unitId: units[unit], kind, level, receivedOn, dueOn, matterSealed, at });
	if (settledOn)
		await ctx.db.insert(caseSettlements).values({ caseId: id, settledOn, resultSealed: sealResult(ctx, id, ''), at });
	if (removed) await ctx.db.insert(caseRemovals).values({ caseId: id, reason: '重复', at });
	return id;
}
