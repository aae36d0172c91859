import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKey } from '../../../src/boot/settings.js';
import { openDatabase } from '../../../src/lib/server/db/client';
import { recountColumns } from '../../../src/lib/server/db/kept-columns';
import { recountDays, sumDays } from '../../../src/lib/server/db/rules/recount';
import { createKeys } from '../../../src/lib/server/keys';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { Bulk } from './bulk';
import { fillBanquets } from './fill-banquets';
import { fillEvents } from './fill-events';
import { fillLedgers } from './fill-ledgers';
import { Filling } from './filling';
import type { Rows } from './rows';
import { settleAnew } from './settle-anew';

/** Villages of the grown town, and records over ten years; it has as many sign-ups. */
export type Many = { villages: number; records: number };

/**
 * Makes a town of so many villages out of the demo town in the folder `data`: `records` records over ten years, and as many sign-ups, a tenth
 * of them overdue to be erased. The database is left as the app would have it: what triggers keep is kept, and closed periods are settled with
 * what was filled in. It has no statistics that only a bench would gather. Throws where `npm run verify` would find something wrong.
 */
export async function growTown(data: string, many: Many): Promise<void> {
	const path = join(data, 'xinfeng.db');
	const dataKey = parseKey(readFileSync(join(data, 'data.key'), 'utf8').trim())!;
	const bulk = new Bulk(path);
	fillTown(bulk, dataKey, many);
	bulk.close([closeUnits, ...recountColumns, ...recountDays, sumDays]);
	const db = await openDatabase(`file:${path}`);
	try {
		await settleAnew(db, dataKey);
		const bad = (await verifyTown(db)).filter(isBad);
		if (bad.length > 0) throw new Error(`the grown town is not sound: ${JSON.stringify(bad.slice(0, 5))}`);
	} finally {
		await db.$client.close();
	}
}

/** Fills a town with villages and records, every one as the rules admit it. */
export function fillTown(rows: Rows, dataKey: Uint8Array, { villages, records }: Many): void {
	const filling = new Filling(rows, createKeys(dataKey, countedBytes()), villages);
	fillBanquets(filling, Math.round(records * 0.35));
	fillLedgers(filling, { activities: Math.round(records * 0.4), pledges: Math.round(records * 0.15) });
	fillEvents(filling, { events: Math.round(records * 0.03), signups: records });
}

/** Enters every unit below itself and below all above it. */
const closeUnits = `INSERT OR IGNORE INTO unit_closure (ancestor_id, descendant_id)
	WITH RECURSIVE above (descendant_id, ancestor_id) AS (
		SELECT id, id FROM units
		UNION ALL SELECT a.descendant_id, u.parent_id FROM above a JOIN units u ON u.id = a.ancestor_id WHERE u.parent_id IS NOT NULL
	)
	SELECT ancestor_id, descendant_id FROM above`;

/** Bytes that differ each time. Real chance takes a tenth of the time of the whole filling, and keeps no secret here. */
function countedBytes(): (bytes: number) => Uint8Array {
	let times = 0;
	return (bytes) => {
		const text = Buffer.alloc(bytes);
		text.writeUIntLE(++times, 0, 6);
		return text;
	};
}
