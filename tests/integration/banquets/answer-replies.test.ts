import { describe, expect, test } from 'vitest';
import { readAnswers, replyToAnswer } from '../../../src/lib/server/banquets/household-answers';
import { town, answer, banquetId, freshTown } from './household-record';

freshTown();

const reply = (name: 'liu' | 'he' | 'tang', answerId: string) =>
	replyToAnswer(town.as(name), { id: town.ctx.newId(), answerId, text: '已核实，改为十桌。' });

describe('a reply', () => {
	test('is given once, by a cadre of the village', async () => {
		const id = await answer();
		for (const name of ['he', 'tang'] as const)
			expect(await reply(name, id)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await reply('liu', id)).toMatchObject({ ok: true });
		expect(await reply('liu', id)).toEqual({ ok: false, refusal: 'answer-already-replied' });
		expect(await readAnswers(town.ctx, banquetId)).toMatchObject([
			{ reply: { text: '已核实，改为十桌。', by: '刘测试' } }
		]);
	});

	test('needs an answer', async () => {
		expect(await reply('liu', town.ctx.newId())).toEqual({ ok: false, refusal: 'answer-unknown' });
	});
});
