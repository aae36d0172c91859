import { eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { recordCase, settleCase, type RecordCaseCommand } from '../../../src/lib/server/cases/cases';
import { findCase } from '../../../src/lib/server/db/cases/cases';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import type { CastName, TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const newId = () => town.ctx.newId();

/** A dispute of 三星村, received and written down before the test's day, 2026-03-02. */
export const dispute = (changes: Partial<RecordCaseCommand> = {}, unit: TestUnit = 'sanxing'): RecordCaseCommand => ({
	id: newId(),
	unitId: town.units[unit],
	kind: 'dispute',
	level: 'village',
	receivedOn: '2026-02-20',
	dueOn: null,
	matter: '试甲与试乙因院坝边界起争执',
	...changes
});

/** Records a case. Out: its id. */
export async function received(
	changes: Partial<RecordCaseCommand> = {},
	{ by = 'zhou' as CastName, unit = 'sanxing' as TestUnit } = {}
): Promise<string> {
	const command = dispute(changes, unit);
	const recorded = await recordCase(town.as(by), command);
	if (!recorded.ok) throw new Error(recorded.refusal);
	return command.id;
}

export const settling = (caseId: string, changes: { id?: string; settledOn?: string; result?: string } = {}) => ({
	id: newId(),
	caseId,
	settledOn: '2026-02-25',
	result: '双方和解',
	...changes
});

export async function settled(caseId: string, settledOn: string): Promise<void> {
	const done = await settleCase(town.as('zhou'), settling(caseId, { settledOn }));
	if (!done.ok) throw new Error(done.refusal);
}

export const get = async (id: string) => (await findCase(town.ctx.db, id))!;
export const auditOf = (id: string) => town.ctx.db.select().from(auditEntries).where(eq(auditEntries.id, id)).get();
export const run = (sql: string, ...args: (string | number | null)[]) => town.ctx.db.$client.execute({ sql, args });

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
