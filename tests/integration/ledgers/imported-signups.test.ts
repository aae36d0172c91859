import { describe, expect, test } from 'vitest';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { bring, textFile } from './import-files';
import { openSlot } from '../events/open-slot';
import { town, brief, act, land, countOf, undo, freshTown } from './imported-ledger';

freshTown();

describe('households and sign-ups', () => {
	test('sign-ups take their places in the order of the file, and are withdrawn when the import is undone', async () => {
		const { slotId } = await openSlot(town, 3);
		const { rows } = await town.ctx.db.$client.execute(
			'select e.title, s.starts_at from slots s join events e on e.id = s.event_id'
		);
		const title = String(rows[0]!.title);
		const at = new Date(Number(rows[0]!.starts_at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ');
		const head = ['活动', '时段', '姓名', '电话', '村', '人数', '同行人'];
		const file = textFile([
			head,
			[title, at, '测甲', '13800000051', '三星村', '2', '测小甲'],
			[title, at, '测乙', '', '外镇', '2人', ''],
			[title, at, '测丙', '13800000053', '河沙村', '1', ''],
			[title, at, '测甲', '13800000051', '三星村', '1', ''],
			[title, '2020-01-01 09:00', '测丁', '13800000054', '三星村', '1', ''],
			['没有的活动', at, '测丁', '13800000054', '三星村', '1', '']
		]);
		const id = await bring(town.as('zhou'), 'signups', file);
		expect(await brief(id)).toEqual([
			'2 new',
			'3 new',
			'4 new',
			'5 doubtful',
			'6 wrong slotStart: slot-unknown',
			'7 wrong event: event-unknown'
		]);
		await decideImportRows(town.as('zhou'), {
			id: act(),
			importId: id,
			decisions: { state: 'wrong', decision: 'leave' }
		});
		await decideImportRows(town.as('zhou'), { id: act(), importId: id, decisions: { leave: [5] } });
		expect(await land('zhou', id)).toEqual({ ok: true });
		const statuses = async () =>
			(await town.ctx.db.$client.execute('select status from signups order by seq')).rows.map(({ status }) => status);
		expect(await statuses()).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
		expect(await countOf(`select taken c from slots where id = '${slotId}'`)).toBe(2);
		expect(await undo('zhou', id)).toEqual({ ok: true });
		expect(await statuses()).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
	});
});
