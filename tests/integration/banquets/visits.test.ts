import { describe, expect, test } from 'vitest';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { readVisits, recordVisit } from '../../../src/lib/server/banquets/visits';
import { visit, town, banquetId, dissuade, found, confirm, freshTown } from './visited-banquet';

freshTown();

describe('visits', () => {
	test('have a row each: who went, when, and what was said, sealed', async () => {
		await visit('liu', '2026-03-05', '想热闹一下。');
		await visit('zhou', '2026-03-08');
		expect(await readVisits(town.ctx, banquetId)).toMatchObject([
			{ wentOn: '2026-03-05', by: '刘测试', note: '想热闹一下。' },
			{ wentOn: '2026-03-08', by: '周测试', note: '' }
		]);
		const { rows } = await town.ctx.db.$client.execute(
			"select v.note_sealed, a.detail from banquet_visits v, audit_entries a where a.verb = 'recordVisit'"
		);
		expect(JSON.stringify(rows)).not.toContain('热闹');
	});

	test('are counted by the dissuasion from their rows, the one that brought the result among them', async () => {
		await visit('liu', '2026-03-05');
		await visit('zhou', '2026-03-08');
		await dissuade('2026-03-09');
		expect((await found()).dissuasion).toMatchObject({ visits: 3, wentOn: '2026-03-09' });
		expect(await readVisits(town.ctx, banquetId)).toHaveLength(3);
	});

	test('of the same person on the same day are one, also when it brought the result', async () => {
		await visit('liu', '2026-03-09', '答应不办了。');
		expect(await visit('liu', '2026-03-09')).toEqual({ ok: false, refusal: 'visit-already-recorded' });
		await dissuade('2026-03-09');
		expect((await found()).dissuasion).toMatchObject({ visits: 1 });
		expect(await readVisits(town.ctx, banquetId)).toMatchObject([{ note: '答应不办了。' }]);
	});

	test('added later are counted; an earlier one leaves the second person’s word, a later one asks for it again', async () => {
		await dissuade('2026-03-08', 'reduced');
		await confirm();
		await visit('liu', '2026-03-05');
		expect(await found()).toMatchObject({
			dissuasion: { visits: 2, wentOn: '2026-03-08' },
			confirmedAt: expect.any(Number)
		});
		await visit('liu', '2026-03-10');
		expect(await found()).toMatchObject({ dissuasion: { visits: 3, wentOn: '2026-03-10' }, confirmedAt: null });
	});

	test('are of a banquet still intended, not after its day, and not of a day to come', async () => {
		expect(await visit('liu', '2026-03-11')).toEqual({ ok: false, refusal: 'date-in-future' });
		town.clock.setDate('2026-03-25');
		expect(await visit('liu', '2026-03-23')).toEqual({ ok: false, refusal: 'went-after-banquet' });
		const held = { outcome: 'held', endedOn: '2026-03-22', tablesHeld: 30 } as const;
		await recordOutcome(town.as('liu'), { id: town.ctx.newId(), banquetId, ...held });
		expect(await visit('liu', '2026-03-20')).toEqual({ ok: false, refusal: 'banquet-already-held' });
	});

	test('are recorded by the staff of the village', async () => {
		for (const name of ['he', 'tang', 'mei'] as const) {
			expect(await visit(name, '2026-03-09')).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		const stranger = { id: town.ctx.newId(), banquetId, wentOn: '2026-03-09', note: '' };
		expect(await recordVisit(town.visitor, stranger)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});
