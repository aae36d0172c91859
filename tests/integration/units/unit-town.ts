import { afterEach, beforeEach } from 'vitest';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const refused = (refusal: string) => ({ ok: false, refusal });
export const done = { ok: true };
export const id = () => town.ctx.newId();
export const zhou = () => town.as('zhou');

export const newGroup = (over = {}) => ({
	id: id(),
	parentId: town.units.hesha,
	kind: 'group' as const,
	name: '河沙村一组',
	...over
});

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
