import { describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { toLedgerFile } from '../../../src/lib/server/ledgers/files/ledger-file';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import {
	giveStationConsent,
	handOverList,
	withdrawStationConsent
} from '../../../src/lib/server/blood/station-consents';
import { town, id, eventId, donor, rowsOf, freshTown } from './open-drive';

freshTown();

describe('the list for the station', () => {
	const list = (as: 'liu' | 'he' | 'mei' | 'zhou' = 'liu') => handOverList(town.as(as), { id: id(), eventId });
	const names = async () => {
		const read = await list();
		return read.ok ? read.people.length : -1;
	};

	it('holds only those who agreed, have a place and did not withdraw; and the trail keeps that it was taken', async () => {
		await donor();
		const { signupId } = await donor({ mayHandOver: true });
		const gone = await donor({ mayHandOver: true });
		await withdrawSignup(town.visitor, { id: id(), signupId: gone.signupId });
		const read = await list();
		expect(read).toMatchObject({ ok: true, people: [{ name: '试名甲', asksStation: false }] });
		expect(await rowsOf(`select verb, detail from audit_entries where verb = 'handOverList'`)).toMatchObject([
			{ detail: JSON.stringify({ people: 1, partner: '试验血站' }) }
		]);
		expect(JSON.stringify(await rowsOf('select detail from audit_entries'))).not.toContain('试名');
		expect(signupId).toBeTruthy();
	});

	it('leaves out who takes the consent back, and takes in who gives it later', async () => {
		const { signupId } = await donor({ mayHandOver: true });
		expect(await names()).toBe(1);
		for (const _ of [1, 2])
			expect(await withdrawStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		expect(await names()).toBe(0);
		for (const _ of [1, 2])
			expect(await giveStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		expect(await names()).toBe(1);
		expect(await rowsOf('select id from station_consents'), 'each consent is a record of its own').toHaveLength(2);
	});

	it('takes no consent for a sign-up that was withdrawn', async () => {
		const { signupId } = await donor();
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await giveStationConsent(town.visitor, { id: id(), signupId })).toEqual({
			ok: false,
			refusal: 'signup-withdrawn'
		});
	});

	it('is for staff of its unit, not for another village nor a volunteer', async () => {
		for (const name of ['he', 'mei'] as const)
			expect(await list(name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await list('zhou')).toMatchObject({ ok: true });
	});

	it('as a file keeps telephones as text and days as dates, and its header stays in sight', async () => {
		const file = toLedgerFile({
			title: '名单/一',
			facts: [{ term: '单位', value: '三星村' }],
			columns: [
				{ label: '电话', width: 16, kind: 'text' },
				{ label: '日期', width: 12, kind: 'date' },
				{ label: '数量', width: 8, kind: 'number' }
			],
			rows: [['013800000000', '2026-04-01', 3]]
		});
		const sheet = (await readXlsx(new Uint8Array(await new Response(file).arrayBuffer()))).sheets[0]!;
		expect(sheet.rows[0]![0]).toBe('名单/一');
		expect(sheet.rows[1]![0]).toBe('单位：三星村');
		expect(sheet.rows[3]).toEqual(['电话', '日期', '数量']);
		const [phone, day, count] = sheet.rows[4]!;
		expect([phone, count]).toEqual(['013800000000', 3]);
		expect(day).toBeInstanceOf(Date);
		expect((day as Date).toISOString().slice(0, 10)).toBe('2026-04-01');
		expect(sheet.freezePane).toMatchObject({ rows: 4 });
	});
});
