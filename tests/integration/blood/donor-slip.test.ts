import { expect, it } from 'vitest';
import { askDonationReminder } from '../../../src/lib/server/blood/donation-reminders';
import { giveStationConsent, withdrawStationConsent } from '../../../src/lib/server/blood/station-consents';
import { grantSlip } from '../../../src/lib/server/signups/slip-cookie';
import * as slipPage from '../../../src/routes/(public)/slip/[id=id]/+page.server';
import { cookieJar, visit } from '../page-visit';
import { begin, donor, freshTown, id, line, record, rowsOf, town } from './open-drive';

freshTown();

/** What the slip's page says of the donation, and what it asked of the database; the frame around it is known already. */
async function look(signupId: string) {
	const cookies = cookieJar();
	grantSlip(cookies, town.ctx.keys, signupId, town.ctx.now(), false);
	await town.ctx.rootUnit();
	const path = `/slip/${signupId}`;
	const { value, asked } = await visit(town.visitor, slipPage.load, { path, params: { id: signupId }, cookies });
	return { ...(value as Awaited<ReturnType<typeof slipPage.load>> & object).donation, asked };
}

it('the slip of a drive says in one statement who may have the name', async () => {
	const { signupId } = await donor();
	const nothing = { consent: null, given: null, next: null, reminder: null, canRemind: false };
	const once = { trips: 1, statements: 1 };
	expect(await look(signupId)).toEqual({ ...nothing, asked: once });
	const at = town.ctx.now();
	expect(await giveStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
	expect(await look(signupId)).toEqual({ ...nothing, consent: { at }, asked: once });
	expect(await withdrawStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
	expect(await look(signupId)).toEqual({ ...nothing, asked: once });
});

it('after giving it says what was given, from when again, and whether a reminder is on its way', async () => {
	const { signupId } = await donor();
	begin();
	await record([line(signupId, 'first/whole-blood/400')]);
	const given = { kind: 'whole-blood', amount: 400 };
	const next = { wholeBloodOn: '2026-10-01', plateletsOn: '2026-07-01' };
	expect(await look(signupId)).toMatchObject({ given, next, reminder: null, canRemind: true });
	expect(await askDonationReminder(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
	expect(await look(signupId)).toMatchObject({ given, next, reminder: { dueOn: '2026-10-01' } });
	expect((await look(signupId)).asked).toEqual({ trips: 2, statements: 2 });
});

it('a deferral is no donation, nor is a result that was taken back', async () => {
	const [deferred, given] = [await donor(), await donor()];
	begin();
	await record([line(deferred.signupId, 'deferred'), line(given.signupId, 'first/whole-blood/400')]);
	const [row] = await rowsOf(`select id from donations where signup_id = '${given.signupId}'`);
	expect(await look(given.signupId)).toMatchObject({ given: { amount: 400 } });
	expect(await record([line(given.signupId, '', String(row!.id))])).toEqual({ ok: true });
	const nothing = { given: null, next: null, canRemind: false };
	expect(await look(deferred.signupId)).toMatchObject(nothing);
	expect(await look(given.signupId)).toMatchObject(nothing);
});
