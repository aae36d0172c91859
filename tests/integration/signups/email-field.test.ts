import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { load } from '../../../src/routes/(public)/events/[id=id]/sign-up/+page.server';
import { openSlot } from '../events/open-slot';
import { visit } from '../page-visit';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

it('an address for letters is asked for only where letters go out by e-mail', async () => {
	const { eventId, slotId } = await openSlot(town, null);
	const asks = async (ctx: Context) => {
		const path = `/events/${eventId}/sign-up?slot=${slotId}`;
		return (await visit(ctx, load, { path, params: { id: eventId } })).value;
	};
	expect(await asks(town.visitor)).toMatchObject({ hasEmail: false });
	const email = () => Promise.reject(new Error('no letter is sent here'));
	const settings = { ...town.ctx.settings, channels: { email, sms: null } };
	expect(await asks({ ...town.visitor, settings } as Context)).toMatchObject({ hasEmail: true });
});
