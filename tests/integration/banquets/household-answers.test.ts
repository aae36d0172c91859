import { mostOwnAnswers } from '../../../src/lib/domain/banquets/household-act';
import { describe, expect, test } from 'vitest';
import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { listAnswers } from '../../../src/lib/server/db/banquets/household-answers';
import { answerRecord, readAnswers } from '../../../src/lib/server/banquets/household-answers';
import { actAs } from '../../../src/lib/server/context';
import { answer, town, banquetId, freshTown } from './household-record';

freshTown();

describe('an answer of the household', () => {
	test('is kept sealed, with no word of it in the audit trail', async () => {
		const id = await answer();
		const [row] = await listAnswers(town.ctx.db, banquetId);
		expect(row!.answer.textSealed).not.toContain('十桌');
		expect(await readAnswers(town.ctx, banquetId)).toMatchObject([
			{ id, text: '只办了十桌，不是三十桌。', reply: null }
		]);
		const act = (await listActsOn(town.ctx.db, { type: 'banquet', id: banquetId })).at(-1)!;
		expect(act).toMatchObject({ id, verb: 'answerRecord', accountId: null, detail: null });
	});

	test('lands once when it is sent twice', async () => {
		const command = { id: town.ctx.newId(), banquetId, text: '请改日期。' };
		await answerRecord(town.visitor, command);
		expect(await answerRecord(town.visitor, command)).toMatchObject({ ok: true });
		expect(await listAnswers(town.ctx.db, banquetId)).toHaveLength(1);
	});

	test('is given by the holder of the slip alone: by no stranger and no cadre in the household’s place', async () => {
		const word = () => ({ id: town.ctx.newId(), banquetId, text: '我是户主。' });
		const stranger = actAs(town.ctx, { kind: 'visitor' });
		const other = actAs(town.ctx, { kind: 'visitor', slips: [town.ctx.newId()] });
		for (const ctx of [stranger, other, town.as('liu')])
			expect(await answerRecord(ctx, word())).toEqual({ ok: false, refusal: 'not-your-unit' });
		const holder = actAs(town.ctx, { kind: 'visitor', slips: [banquetId] });
		expect(await answerRecord(holder, word())).toMatchObject({ ok: true });
		expect((await listActsOn(town.ctx.db, { type: 'banquet', id: banquetId })).at(-1)!.accountId).toBeNull();
	});

	test('is of a record that exists, and there is an end to them', async () => {
		const nowhere = { id: town.ctx.newId(), banquetId: town.ctx.newId(), text: '?' };
		expect(await answerRecord(town.visitor, nowhere)).toEqual({ ok: false, refusal: 'banquet-unknown' });
		for (let nth = 0; nth < mostOwnAnswers; nth++) await answer();
		await expect(answer()).rejects.toThrow('too-many-answers');
	});
});
