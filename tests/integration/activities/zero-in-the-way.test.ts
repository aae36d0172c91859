import { describe, expect, it } from 'vitest';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { actions as dissuasions } from '../../../src/routes/desk/(banquets)/dissuasions/+page.server';
import { actions as entries } from '../../../src/routes/desk/activities/new/+page.server';
import { visit } from '../page-visit';
import { freshTown, ledger, town } from './month-town';

freshTown();

type Answer = { status: number; data: { errors: Record<string, string>; zero: unknown } };

/** What an action answers to a form. */
async function send(by: 'liu' | 'zhou', action: unknown, path: string, form: Record<string, string>) {
	const { value } = await visit(town.as(by), action as (event: never) => unknown, { path, form });
	return value as Answer;
}

const zeroOf = async (unit: 'town' | 'sanxing', kind: 'complaint' | 'dissuasion') => {
	const zero = { id: town.ctx.newId(), unitId: town.units[unit], kind, month: '2026-02', responsible: '赵核实' };
	expect(await recordCheckedZero(town.as('zhou'), zero)).toMatchObject({ ok: true });
	return zero.id;
};

const complaint = () =>
	send('liu', entries.default, '/desk/activities/new', {
		id: town.ctx.newId(),
		unitId: town.units.sanxing,
		kind: 'complaint',
		doneOn: '2026-02-10',
		quantity: '1',
		subject: '反映大操大办',
		responsible: '刘测试'
	});

describe('an entry that a checked zero keeps out', () => {
	it('of the town is answered with whose zero it is, so that the village knows whom to ask', async () => {
		const id = await zeroOf('town', 'complaint');
		expect(await complaint()).toMatchObject({
			status: 409,
			data: {
				errors: { doneOn: 'month-checked-zero' },
				zero: { id, unit: { name: '太平场镇' }, month: '2026-02', checkedOn: '2026-03-02', isMine: false }
			}
		});
	});

	it('of one’s own is answered with the zero that can be struck out', async () => {
		const id = await zeroOf('sanxing', 'complaint');
		expect(await complaint()).toMatchObject({ data: { zero: { id, unit: { name: '三星村' }, isMine: true } } });
	});

	it('is named too where a dissuasion that came later is confirmed', async () => {
		const id = await zeroOf('sanxing', 'dissuasion');
		const waiting = await ledger.dissuasion('sanxing', '2026-02-20', { confirmed: false });
		const form = { id: town.ctx.newId(), dissuasionId: waiting.id };
		expect(await send('zhou', dissuasions.confirm, '/desk/dissuasions?/confirm', form)).toMatchObject({
			status: 409,
			data: { errors: { form: 'month-checked-zero' }, zero: { id, unit: { name: '三星村' }, isMine: true } }
		});
	});
});
