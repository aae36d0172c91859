import { eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import type { RecordActivityCommand } from '../../../src/lib/server/activities/activities';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;

export const newId = () => town.ctx.newId();

export function meeting(
	changes: Partial<RecordActivityCommand> = {},
	unit: TestUnit = 'sanxing'
): RecordActivityCommand {
	return {
		id: newId(),
		unitId: town.units[unit],
		kind: 'villagers-meeting',
		doneOn: '2026-02-20',
		quantity: 1,
		subject: '学习村规民约',
		place: '村委会',
		audience: '全体村民',
		result: '形成决议',
		responsible: '刘测试',
		evidence: '照片2张',
		note: '',
		...changes
	};
}
export const zero = (month: string, unit: TestUnit = 'sanxing') => ({
	id: newId(),
	unitId: town.units[unit],
	kind: 'complaint' as const,
	month,
	responsible: '刘测试'
});
export const auditOf = (id: string) => town.ctx.db.select().from(auditEntries).where(eq(auditEntries.id, id)).get();

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
