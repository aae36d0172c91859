import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { describe, expect, test } from 'vitest';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { openHost } from '../../../src/lib/server/banquets/host';
import { declare, get, banquet, town, freshTown } from './banquet-town';

freshTown();

describe('correcting a banquet', () => {
	test('keeps the old values and nothing personal in the audit entry', async () => {
		const id = await declare();
		const { code } = (await get(id)).banquet;
		const corrected = {
			...banquet({ tablesPlanned: 24, hostName: '张改名', hostPhone: '13800000009', venue: '李试办家' }),
			banquetId: id
		};
		expect(await correctBanquet(town.as('liu'), { ...corrected, reason: '写错了' })).toMatchObject({ ok: true });
		const now = await get(id);
		expect(openHost(town.ctx, now.banquet)).toEqual({ hostName: '张改名', hostPhone: '13800000009' });
		expect(now.banquet).toMatchObject({ tablesPlanned: 24, code, byId: town.accounts.liu.id });
		const { detail } = (await listActsOn(town.ctx.db, { type: 'banquet', id: id })).at(-1)!;
		expect(JSON.parse(detail!)).toMatchObject({
			before: { tablesPlanned: 30 },
			after: { tablesPlanned: 24 },
			changed: ['hostName', 'hostPhone', 'venue']
		});
		expect(detail).not.toMatch(/试办|改名|1380000/);
	});

	test('cannot make it the double of another', async () => {
		await declare();
		const id = await declare({ plannedOn: '2026-04-01' });
		const answer = await correctBanquet(town.as('liu'), { reason: '写错了', ...banquet(), banquetId: id });
		expect(answer).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
		expect((await get(id)).banquet.plannedOn).toBe('2026-04-01');
	});

	test('moves it only between units of the one who corrects', async () => {
		const id = await declare();
		const moved = { ...banquet({ unitId: town.units.hesha }), banquetId: id };
		for (const name of ['liu', 'he'] as const) {
			expect(await correctBanquet(town.as(name), { ...moved, reason: '写错了' })).toEqual({
				ok: false,
				refusal: 'not-your-unit'
			});
		}
		expect(await correctBanquet(town.as('zhou'), { ...moved, reason: '写错了' })).toMatchObject({ ok: true });
	});
});
