import { describe, expect, test } from 'vitest';
import { setTables } from '../../../src/lib/server/birthdays/birthday-banquets';
import { assignSeats, moveGuest } from '../../../src/lib/server/birthdays/seats';
import { listed, list, call, id, town, freshTown } from './birthday-town';

freshTown();

describe('calls and tables', () => {
	test('everyone who comes gets a table, a moved guest stays there, and the price is put right with its old value kept', async () => {
		const eventId = await listed();
		const all = await list(eventId);
		for (const { id } of all) await call(id, 'coming', { companions: 3 });
		expect(await assignSeats(town.as('liu'), { id: id(), eventId })).toEqual({ ok: true });
		expect((await list(eventId)).map(({ table }) => table).sort()).toEqual([1, 1, 2]);
		const moved = all[0]!.id;
		expect(await moveGuest(town.as('liu'), { id: id(), invitationId: moved, table: 5 })).toEqual({ ok: true });
		await assignSeats(town.as('liu'), { id: id(), eventId });
		expect((await list(eventId)).find(({ id }) => id === moved)).toMatchObject({ table: 5, isByHand: true });
		expect(await moveGuest(town.as('he'), { id: id(), invitationId: moved, table: 1 })).toMatchObject({
			refusal: 'not-your-unit'
		});
		await setTables(town.as('liu'), { id: id(), eventId, seats: 10, pricePerTable: 400 });
		const { rows } = await town.ctx.db.$client.execute(
			"select detail from audit_entries where verb = 'setBirthdayTables'"
		);
		expect(JSON.parse(String(rows[0]!.detail))).toEqual({
			before: { seats: 8, pricePerTable: 360 },
			after: { seats: 10, pricePerTable: 400 }
		});
	});
});
