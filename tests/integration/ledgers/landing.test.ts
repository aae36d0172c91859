import { expect, test } from 'vitest';
import {
	constant,
	fieldOf,
	insertFrom,
	newRows,
	recordId,
	type Landing
} from '../../../src/lib/server/db/ledgers/landing';
import { householdCounts } from '../../../src/lib/server/db/schema/units/units';
import { openTestTown } from '../test-town';

const own = fieldOf<{ unitId: string; fromOn: string; households: number }>();
const stamp = { at: constant(1), byId: constant<string | null>(null) };

test('a column that a landing forgets, takes from the wrong place or cannot leave out does not compile', () => {
	const count = { unitId: own('unitId'), fromOn: own('fromOn'), households: own('households'), ...stamp };
	const whole: Landing<typeof householdCounts> = count;
	const { fromOn: _, ...forgotten } = count;
	// @ts-expect-error -- no day from which it counts
	const lacks: Landing<typeof householdCounts> = forgotten;
	// @ts-expect-error -- a text for a number
	const mistaken: Landing<typeof householdCounts> = { ...count, households: own('fromOn') };
	// @ts-expect-error -- a count has no households by default
	const left: Landing<typeof householdCounts> = { ...count, households: 'by-default' };
	// @ts-expect-error -- the draft keeps no such field
	expect(String(own('household'))).toBeDefined();
	expect([whole, lacks, mistaken, left].every((landing) => 'unitId' in landing)).toBe(true);
});

test('rows land column by column', async () => {
	const town = await openTestTown();
	try {
		const { db } = town.ctx;
		const count = { unitId: recordId, fromOn: own('fromOn'), households: own('households'), ...stamp };
		const { sql } = insertFrom(db, householdCounts, count, newRows({ importId: 'x', after: '7', to: '9' })).getQuery();
		expect(sql.replace(/\s+/g, ' ')).toBe(
			'insert into "household_counts" ("unit_id", "from_on", "households", "at", "by_id") ' +
				"select r.record_id, (r.record ->> '$.fromOn'), (r.record ->> '$.households'), ?, ? " +
				"from import_rows r where r.import_id = ? and r.state = 'new' and r.nth > ? and r.nth <= ? " +
				'and ? = (select reached from import_progress where import_id = ?)'
		);
	} finally {
		await town.close();
	}
});
