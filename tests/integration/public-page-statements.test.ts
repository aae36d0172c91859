import { describe, expect, it } from 'vitest';
import { findSlip } from '../../src/lib/server/db/signups/slip-page';
import * as eventsPage from '../../src/routes/(public)/events/+page.server';
import * as eventPage from '../../src/routes/(public)/events/[id=id]/+page.server';
import * as formPage from '../../src/routes/(public)/events/[id=id]/sign-up/+page.server';
import * as lookUpPage from '../../src/routes/(public)/slip/+page.server';
import * as slipPage from '../../src/routes/(public)/slip/[id=id]/+page.server';
import { cookieJar, visit } from './page-visit';
import { eventId, freshTown, slotId, town } from './signups/signup-town';

freshTown();

const phone = '13700000001';
const sent = () => ({
	...{ id: town.ctx.newId(), slotId, name: '试名甲', phone, villageId: town.units.sanxing, partySize: '2' },
	...{ companions: '试名乙', helperName: '', helperPhone: '', email: '' }
});

const lookAtEvents = () => visit(town.visitor, eventsPage.load, { path: '/events' });
const where = () => ({ path: `/events/${eventId}/sign-up?slot=${slotId}`, params: { id: eventId } });
const sendForm = (cookies = cookieJar()) =>
	visit(town.visitor, formPage.actions.default!, { ...where(), cookies, form: sent() });

describe('a villager’s way costs few statements, the frame around the pages included', () => {
	it('the first page after the start or a write reads who runs it; the others know', async () => {
		expect((await lookAtEvents()).asked).toEqual({ trips: 2, statements: 2 });
		expect((await lookAtEvents()).asked).toEqual({ trips: 1, statements: 1 });
		await sendForm();
		expect((await lookAtEvents()).asked).toEqual({ trips: 2, statements: 2 });
		expect((await lookAtEvents()).asked).toEqual({ trips: 1, statements: 1 });
	});

	it('an event three, its form three the first time, and then two', async () => {
		await lookAtEvents();
		const event = await visit(town.visitor, eventPage.load, { path: `/events/${eventId}`, params: { id: eventId } });
		expect(event.value).toMatchObject({
			event: { title: '无偿献血' },
			slots: [{ free: 4, waiting: 0 }],
			files: [],
			changes: []
		});
		expect(event.asked).toEqual({ trips: 1, statements: 3 });
		const lookAtForm = () => visit(town.visitor, formPage.load, where());
		const form = await lookAtForm();
		expect(form.value).toMatchObject({ slot: { id: slotId }, villages: { isSeveral: true } });
		expect([form.asked, (await lookAtForm()).asked]).toEqual([
			{ trips: 2, statements: 3 },
			{ trips: 1, statements: 2 }
		]);
	});

	it('the sign-up is one batch of the act and its outcome', async () => {
		const { value, asked } = await sendForm();
		expect(value).toMatch(/^\/slip\/[0-9a-f-]{36}$/);
		expect(asked).toEqual({ trips: 1, statements: 6 });
	});

	it('the slip one, found again by phone and code with one', async () => {
		await lookAtEvents();
		const cookies = cookieJar();
		const path = String((await sendForm(cookies)).value);
		const id = path.slice('/slip/'.length);
		await lookAtEvents();
		const slip = await visit(town.visitor, slipPage.load, { path, params: { id }, cookies });
		expect(slip.value).toMatchObject({ signup: { companions: ['试*乙'], partySize: 2, status: 'confirmed' } });
		expect(slip.asked).toEqual({ trips: 1, statements: 1 });

		const { code } = (await findSlip(town.ctx.db, id))!.signup;
		const elsewhere = cookieJar();
		const found = await visit(town.visitor, lookUpPage.actions.default!, {
			path: '/slip',
			cookies: elsewhere,
			form: { phone, code }
		});
		expect(found).toEqual({ value: path, asked: { trips: 1, statements: 1 } });
		const held = await visit(town.visitor, lookUpPage.load, { path: '/slip', cookies: elsewhere });
		expect(held).toMatchObject({ value: { slips: [{ href: path }] }, asked: { trips: 1, statements: 1 } });
		const none = await visit(town.visitor, lookUpPage.load, { path: '/slip' });
		expect(none).toEqual({ value: { slips: [] }, asked: { trips: 0, statements: 0 } });
	});
});
