import { sql } from 'drizzle-orm';
import { actAs } from '../../../src/lib/server/context';
import type { Database } from '../../../src/lib/server/db/client';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { newTown } from '../../integration/new-town';

/** Takes the figures of every closed period again, oldest first, as its administrator does when many records came in since. */
export async function settleAnew(db: Database, dataKey: Uint8Array): Promise<void> {
	const town = newTown(db, dataKey);
	const [account] = await db.all<{ accountId: string; username: string; unitId: string }>(
		sql`SELECT id AS accountId, username, unit_id AS unitId FROM accounts WHERE role = 'administrator' LIMIT 1`
	);
	const ctx = actAs(town, { kind: 'account', ...account!, role: 'administrator', mustChangePassword: false });
	const closings = await db.all<{ id: string }>(sql`SELECT id FROM closings ORDER BY from_on, to_on DESC`);
	for (const { id } of closings) {
		const command = { id: town.newId(), closingId: id, reason: '并入各村的记录', definitions: figureDefinitions };
		const taken = await takeSnapshot(ctx, command);
		if (!taken.ok) throw new Error(`a closed period was not settled: ${taken.refusal}`);
	}
}
