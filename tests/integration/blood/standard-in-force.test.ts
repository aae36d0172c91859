import { describe, expect, it } from 'vitest';
import { setDonationStandard } from '../../../src/lib/server/blood/donation-standards';
import { findStandardOn } from '../../../src/lib/server/db/blood/donation-standards';
import { town, id, freshTown } from './open-drive';

freshTown();

describe('the standard in force', () => {
	it('is set from a day on by an administrator of the whole installation', async () => {
		const draft = { standard: 'draft-2025', fromOn: '2026-07-01' } as const;
		expect(await setDonationStandard(town.as('liu'), { id: id(), ...draft })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await setDonationStandard(town.as('zhou'), { id: id(), ...draft })).toEqual({ ok: true });
		expect((await findStandardOn(town.ctx.db, '2026-06-30')).id).toBe('gb-18467-2011');
		expect((await findStandardOn(town.ctx.db, '2026-07-01')).id).toBe('draft-2025');
	});
});
