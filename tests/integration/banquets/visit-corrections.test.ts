import { describe, expect, test } from 'vitest';
import { correctDissuasion } from '../../../src/lib/server/banquets/dissuasion-corrections';
import { correctVisit, readVisits } from '../../../src/lib/server/banquets/visits';
import type { CastName } from '../cast';
import { town, banquetId, visit, dissuade, confirm, found, freshTown } from './visited-banquet';

freshTown();

describe('a visit put right', () => {
	const correct = async (name: CastName, nth: number, wentOn: string) =>
		correctVisit(town.as(name), {
			reason: '写错了',
			id: town.ctx.newId(),
			visitId: (await readVisits(town.ctx, banquetId))[nth]!.id,
			wentOn,
			note: '改过'
		});

	test('moves the dissuasion’s day with it, and the second person is asked again; the old day stays in the trail', async () => {
		await visit('liu', '2026-03-05');
		await dissuade('2026-03-09');
		await confirm();
		expect(await correct('liu', 1, '2026-03-07')).toMatchObject({ ok: true });
		expect(await found()).toMatchObject({ dissuasion: { visits: 2, wentOn: '2026-03-07' }, confirmedAt: null });
		const { rows } = await town.ctx.db.$client.execute("select detail from audit_entries where verb = 'correctVisit'");
		expect(JSON.parse(String(rows[0]!.detail))).toMatchObject({
			before: { wentOn: '2026-03-09' },
			after: { wentOn: '2026-03-07' }
		});
	});

	test('is refused as a new one would be, and for other units', async () => {
		await visit('liu', '2026-03-05');
		await visit('liu', '2026-03-06');
		expect(await correct('he', 0, '2026-03-07')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await correct('liu', 0, '2026-03-06')).toEqual({ ok: false, refusal: 'visit-already-recorded' });
		expect(await correct('liu', 0, '2026-03-11')).toEqual({ ok: false, refusal: 'date-in-future' });
		const unknown = { id: town.ctx.newId(), visitId: town.ctx.newId(), wentOn: '2026-03-05', note: '' };
		expect(await correctVisit(town.as('liu'), { ...unknown, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'visit-unknown'
		});
	});

	test('also goes with a correction of the dissuasion, whose day is that of the last visit', async () => {
		await visit('liu', '2026-03-05');
		await dissuade('2026-03-09');
		const dissuasionId = (await found()).dissuasion.id;
		const right = { id: town.ctx.newId(), dissuasionId, wentOn: '2026-03-08', outcome: 'cancelled', note: '' } as const;
		expect(await correctDissuasion(town.as('zhou'), { ...right, reason: '写错了' })).toMatchObject({ ok: true });
		expect((await found()).dissuasion).toMatchObject({ visits: 2, wentOn: '2026-03-08' });
		expect((await readVisits(town.ctx, banquetId)).map(({ wentOn }) => wentOn)).toEqual(['2026-03-05', '2026-03-08']);
	});
});
