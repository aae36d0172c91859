import { describe, expect, it } from 'vitest';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import * as shortRoute from '../../../src/routes/(public)/e/[number]/+server';
import { openSlot } from './open-slot';
import { town, draft, freshTown } from './open-drafts';

freshTown();

describe('the short address', () => {
	it('leads to the event’s page by its number, counted from 1', async () => {
		const first = await openSlot(town, 5);
		const second = await openSlot(town, 5);
		expect(await short('1')).toBe(`/events/${first.eventId}`);
		expect(await short('2')).toBe(`/events/${second.eventId}`);
	});

	it('of a draft, an unknown event or what is no number is not found', async () => {
		await draft('未发布');
		for (const number of ['1', '2', '0', '-1', '01', '1.0', 'abc', '99999999999'])
			expect(await short(number)).toBe(404);
	});
});

async function short(number: string): Promise<string | number> {
	try {
		await shortRoute.GET({ params: { number }, locals: { context: town.visitor } } as never);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
	throw new Error('the short address answered nothing');
}
