import { describe, expect, test } from 'vitest';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { openHost } from '../../../src/lib/server/banquets/host';
import { countBanquets, listBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { findSlipByCode } from '../../../src/lib/server/db/signups/slips';
import { answerRecord } from '../../../src/lib/server/banquets/household-answers';
import { declareOwnBanquet } from '../../../src/lib/server/banquets/household-declarations';
import { issuePledgeText } from '../../../src/lib/server/pledges/pledge-texts';
import { signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { town, own, get, host, declare, freshTown } from './declaring-household';

freshTown();

describe('a household that declares its banquet itself', () => {
	test('needs no account: today, its own word, sealed, and a code that opens it with the phone', async () => {
		const answer = await declareOwnBanquet(town.visitor, own());
		if (!answer.ok) throw new Error(answer.refusal);
		const { banquet, isOwnWord } = await get(answer.banquetId);
		expect(banquet).toMatchObject({ origin: 'declared', declaredOn: '2026-03-02', byId: null });
		expect(isOwnWord).toBe(true);
		expect(openHost(town.ctx, banquet)).toEqual(host);
		const { rows } = await town.ctx.db.$client.execute('select * from banquets');
		expect(JSON.stringify(rows)).not.toMatch(/张试办|13800000001/);
		const phoneIndex = town.ctx.keys.blindIndex(host.hostPhone);
		expect(await findSlipByCode(town.ctx.db, phoneIndex, answer.code)).toEqual({
			kind: 'banquet',
			id: answer.banquetId
		});
	});

	test('lands once when the form is sent twice, and another household does not get its code', async () => {
		const command = own();
		const first = await declareOwnBanquet(town.visitor, command);
		expect(await declareOwnBanquet(town.visitor, command)).toEqual(first);
		expect(await countBanquets(town.ctx.db, town.units.town, '2026-03-02', {})).toBe(1);
		const other = await declareOwnBanquet(town.visitor, { ...command, hostPhone: '13800000002' });
		expect(other).toEqual({ ok: false, refusal: 'form-stale' });
	});

	test('acts as the household, even in a browser where a cadre is signed in', async () => {
		await declareOwnBanquet(town.as('liu'), own());
		const { rows } = await town.ctx.db.$client.execute("select * from audit_entries where verb = 'declareOwnBanquet'");
		expect(rows).toMatchObject([{ actor_kind: 'visitor', actor_id: null, unit_id: town.units.sanxing }]);
		expect(String(rows[0]!.detail)).not.toMatch(/试办|1380000/);
	});

	test('is on record once, whether a cadre or the household said it first', async () => {
		await declare();
		const office = { origin: 'declared', declaredOn: '2026-03-02', pricePerTable: null } as const;
		const { hasRead: _, ...record } = own();
		const again = await declareBanquet(town.as('liu'), { ...record, ...office, isHygieneCertificateSeen: false });
		expect(again).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
		expect(await declareOwnBanquet(town.visitor, own())).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
	});

	test('names a village, community or group that exists still', async () => {
		await declare({ unitId: town.units.sanxingGroup1 });
		await closeUnit(town.as('zhou'), { id: town.ctx.newId(), unitId: town.units.qiaotou, lastOn: '2026-03-01' });
		for (const unitId of [town.units.town, town.units.qiaotou, town.ctx.newId()]) {
			expect(await declareOwnBanquet(town.visitor, own({ unitId }))).toEqual({
				ok: false,
				refusal: 'unit-not-a-village'
			});
		}
	});

	test('is never blocked by the village rule, whatever the occasion, the size and the day', async () => {
		const rule = { noticeDays: 15, tablesPerMeal: 20, pricePerTable: 600, wording: '', source: '' };
		const set = { id: town.ctx.newId(), unitId: town.units.sanxing, fromOn: '2026-01-01' };
		await setVillageRule(town.as('liu'), { ...set, ...rule, discouraged: [...occasions] });
		await declare({ tablesPlanned: 900, plannedOn: '2026-03-02', occasion: 'other' });
	});

	test('files a funeral afterwards; a slip of the pen in the year is asked about', async () => {
		await declare({ occasion: 'funeral', plannedOn: '2026-02-25' });
		const past = await declareOwnBanquet(town.visitor, own({ plannedOn: '2025-03-22' }));
		expect(past).toEqual({ ok: false, refusal: 'planned-long-past' });
		const far = await declareOwnBanquet(town.visitor, own({ plannedOn: '2036-03-22' }));
		expect(far).toEqual({ ok: false, refusal: 'planned-too-far' });
	});
});

describe('beside the record', () => {
	test('is the pledge in force, whenever it was signed, and no withdrawn one', async () => {
		const banquetId = await declare();
		expect((await get(banquetId)).pledgedOn).toBeNull();
		const text = { id: town.ctx.newId(), audience: 'household', title: '承诺书', body: '从简。' } as const;
		await issuePledgeText(town.as('zhou'), { ...text, effectiveOn: '2026-03-01' });
		const pledge = { id: town.ctx.newId(), textId: text.id, villageId: town.units.sanxing };
		await signPledge(town.visitor, { ...pledge, name: host.hostName, phone: host.hostPhone });
		expect((await get(banquetId)).pledgedOn).toBe('2026-03-02');
		await withdrawPledge(town.as('liu'), { id: town.ctx.newId(), pledgeId: pledge.id });
		expect((await get(banquetId)).pledgedOn).toBeNull();
	});

	test('is the household’s last answer, in the ledger’s rows', async () => {
		const banquetId = await declare();
		for (const text of ['先说一句。', '只办十桌。']) {
			await answerRecord(town.visitor, { id: town.ctx.newId(), banquetId, text });
			town.clock.advance(1000);
		}
		const { rows } = await listBanquets(town.ctx.db, town.units.sanxing, '2026-03-02', {});
		const [{ answerId, answerSealed, isOwnWord }] = rows as [(typeof rows)[number]];
		expect(isOwnWord).toBe(true);
		expect(town.ctx.keys.open(answerSealed!, 'household-answers.text', answerId!)).toBe('只办十桌。');
		expect((await listBanquets(town.ctx.db, town.units.hesha, '2026-03-02', {})).rows).toEqual([]);
	});

	test('stays that it is the household’s own word when a cadre corrects it', async () => {
		const banquetId = await declare();
		const { hasRead: _, ...record } = own({ tablesPlanned: 10 });
		const rest = { origin: 'declared', declaredOn: '2026-03-02', pricePerTable: null } as const;
		await correctBanquet(town.as('liu'), {
			reason: '写错了',
			...record,
			...rest,
			isHygieneCertificateSeen: true,
			banquetId
		});
		expect(await get(banquetId)).toMatchObject({ isOwnWord: true, banquet: { tablesPlanned: 10 } });
	});
});
