import { afterEach, beforeEach } from 'vitest';
import { createEvent } from '../../../src/lib/server/events/events';
import { slotTimes } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const origin = 'https://xinfeng.example.cn';

export async function draft(title: string): Promise<string> {
	const id = town.ctx.newId();
	const slots = [{ id: town.ctx.newId(), ...slotTimes, capacity: null }];
	await createEvent(town.as('zhou'), {
		id,
		unitId: town.units.town,
		kind: 'meeting',
		topic: null,
		title,
		place: '会议室',
		description: '',
		partner: '',
		contactPhone: '02371234567',
		slots
	});
	return id;
}

/** What a route answers a visitor. */
export async function ask(
	route: Record<'GET' | 'fallback', (event: never) => unknown>,
	path: string,
	method: 'GET' | 'fallback' = 'GET'
) {
	return (await route[method]({ url: new URL(origin + path), locals: { context: town.visitor } } as never)) as Response;
}

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
	});
	afterEach(() => town.close());
}
