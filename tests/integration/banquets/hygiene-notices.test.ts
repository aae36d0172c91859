import { describe, expect, test } from 'vitest';
import { findHygieneNotice } from '../../../src/lib/server/db/banquets/banquet-acts';
import { handOverHygieneNotice } from '../../../src/lib/server/banquets/hygiene-notices';
import type { CastName } from '../cast';
import { town, banquetId, freshTown } from './visited-banquet';

freshTown();

describe('the hygiene notice', () => {
	const give = (name: CastName) => handOverHygieneNotice(town.as(name), { id: town.ctx.newId(), banquetId });

	test('is handed over once, by the staff of the village, with who and when', async () => {
		expect(await findHygieneNotice(town.ctx.db, banquetId)).toBeNull();
		for (const name of ['he', 'tang'] as const) {
			expect(await give(name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await give('liu')).toMatchObject({ ok: true });
		town.clock.advance(1000);
		expect(await give('zhou')).toMatchObject({ ok: true });
		expect(await findHygieneNotice(town.ctx.db, banquetId)).toMatchObject({
			at: town.ctx.now() - 1000,
			by: { id: town.accounts.liu.id }
		});
	});
});
