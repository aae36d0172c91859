import { describe, expect, it } from 'vitest';
import { slotId, openInstead, town, party, listed, taken, freshTown } from './signup-town';

freshTown();

describe('three hundred at once', () => {
	it('fill fifty places exactly; all others wait in order of arrival', async () => {
		await openInstead(50);
		const answers = await Promise.all(Array.from({ length: 300 }, () => party(1)));
		expect(answers.filter((answer) => answer.ok && answer.status === 'confirmed')).toHaveLength(50);
		const list = await listed();
		expect(list.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
		expect(list.slice(0, 50).every(({ status }) => status === 'confirmed')).toBe(true);
		expect(list.slice(50).map(({ position }) => position)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
		expect(await taken()).toBe(50);
	});

	it('would oversell if places were read first and written after, without the guard', async () => {
		await openInstead(50);
		const { db } = town.ctx;
		await db.$client.execute('create table unguarded (slot_id text, people integer)');
		const naive = async () => {
			const used = await db.$client.execute('select coalesce(sum(people), 0) as used from unguarded');
			await new Promise((resolve) => setImmediate(resolve));
			if (Number(used.rows[0]!.used) + 1 <= 50)
				await db.$client.execute('insert into unguarded values (?, 1)', [slotId]);
		};
		await Promise.all(Array.from({ length: 300 }, naive));
		const sold = await db.$client.execute('select sum(people) as sold from unguarded');
		expect(Number(sold.rows[0]!.sold)).toBeGreaterThan(50);
	});

	it('and the schema refuses what the naive way would write', async () => {
		await openInstead(1);
		const { id } = await party(1);
		const raw = town.ctx.db.$client;
		await expect(raw.execute('update slots set taken = 2 where id = ?', [slotId])).rejects.toThrow(
			/slots_taken_within_capacity/
		);
		const copy = `insert into signups (id, slot_id, seq, rank, status, party_size, granted, name_sealed, phone_sealed, phone_index, code, at)
			select ?, slot_id, 99, 99, 'confirmed', 1, 1, name_sealed, phone_sealed, 'other', code, at from signups where id = ?`;
		await expect(raw.execute(copy, [town.ctx.newId(), id])).rejects.toThrow(/slots_taken_within_capacity/);
		await expect(raw.execute('delete from signups')).rejects.toThrow(/never deleted/);
	});
});
