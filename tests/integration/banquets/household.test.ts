import { mostOwnAnswers } from '../../../src/lib/domain/banquets/household-act';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { listAnswers } from '../../../src/lib/server/db/banquets/household-answers';
import { findSlipByCode } from '../../../src/lib/server/db/signups/slips';
import { answerRecord, readAnswers, replyToAnswer } from '../../../src/lib/server/banquets/household-answers';
import { actAs } from '../../../src/lib/server/context';
import { openTestTown, type TestTown } from '../test-town';

const host = { hostName: '张试办', hostPhone: '13800000001' };
let town: TestTown;
let banquetId: string;
let code: string;
beforeEach(async () => {
	town = await openTestTown();
	const declared = await declareBanquet(town.as('liu'), record());
	if (!declared.ok) throw new Error(declared.refusal);
	({ banquetId, code } = declared);
});
afterEach(() => town.close());

const record = (changes: object = {}) => ({
	id: town.ctx.newId(),
	origin: 'found' as const,
	occasion: 'school' as const,
	unitId: town.units.sanxing,
	...host,
	declaredOn: '2026-03-01',
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 30,
	pricePerTable: null,
	venue: '',
	caterer: '',
	isHygieneCertificateSeen: false,
	...changes
});
const open = async (phone: string, code: string) =>
	(await findSlipByCode(town.ctx.db, town.ctx.keys.blindIndex(phone), code))?.id ?? null;
async function answer(text = '只办了十桌，不是三十桌。'): Promise<string> {
	const id = town.ctx.newId();
	const answered = await answerRecord(town.visitor, { id, banquetId, text });
	if (!answered.ok) throw new Error(answered.refusal);
	return id;
}
const reply = (name: 'liu' | 'he' | 'tang', answerId: string) =>
	replyToAnswer(town.as(name), { id: town.ctx.newId(), answerId, text: '已核实，改为十桌。' });

describe('the household’s own record', () => {
	test('opens by its phone and code together', async () => {
		expect(await open(host.hostPhone, code)).toBe(banquetId);
		expect(await open('13800000002', code)).toBeNull();
		expect(await open(host.hostPhone, code === '000000' ? '000001' : '000000')).toBeNull();
	});

	test('opens by the new phone after a correction, and by the old no more', async () => {
		await correctBanquet(town.as('liu'), { reason: '写错了', ...record({ hostPhone: '13800000003' }), banquetId });
		expect(await open('13800000003', code)).toBe(banquetId);
		expect(await open(host.hostPhone, code)).toBeNull();
	});
});

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
