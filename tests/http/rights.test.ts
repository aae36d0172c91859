import { test } from 'vitest';
import { accessOf } from '../../src/lib/server/people/access';
import { actAsVillager } from './crawl/acts';
import { routeOf, routes } from './crawl/routes';
import { starts, walk } from './crawl/walk';
import { expect } from './expect';
import type { Session } from './session';
import { newPage, newPhone, pageOf } from './visit';

/** One address of each route as the administrator meets it, or a villager; the administrator's status with it. */
const addresses = findAddresses();

async function findAddresses(): Promise<Map<string, { path: string; status: number }>> {
	const { session: visitor } = newPage();
	const own = await actAsVillager(visitor, newPhone);
	const { session } = await pageOf('zhou');
	const found = new Map<string, { path: string; status: number }>();
	for await (const { path, answer } of walk(session, [...own, ...starts], { ofOneQuery: 1, ofOneRoute: 1 })) {
		const route = routeOf(path);
		if (route && !found.has(route.id)) found.set(route.id, { path, status: answer.status });
	}
	return found;
}

async function isSentToSignIn(session: Session, path: string): Promise<boolean> {
	const { status, headers } = await session.get(path, { follow: false });
	return status === 303 && (headers.get('location')?.startsWith('/sign-in?next=') ?? false);
}

test('every route lets in those whom the table of rights names, and no one else', { timeout: 300_000 }, async () => {
	const { session: visitor } = newPage();
	const [volunteer, cadre] = [await pageOf('mei'), await pageOf('liu')];
	for (const [id, { path, status }] of await addresses) {
		const access = accessOf(id);
		expect.soft(await isSentToSignIn(visitor, path), `a visitor at ${path}`).toBe(access !== 'public');
		if (access === 'public') continue;
		expect.soft(status, `the administrator at ${path}`).not.toBe(403);
		for (const [role, { session }] of [['volunteer', volunteer] as const, ['cadre', cadre] as const]) {
			if (access!.includes(role)) continue;
			const answer = await session.get(path, { follow: false });
			expect.soft(answer.status, `a ${role} at ${path}`).toBe(403);
		}
	}
});

test('a form of the staff sent without a session is a 401, and by a role that may not come in a 403', async () => {
	const { session: visitor } = newPage();
	const { session: volunteer } = await pageOf('mei');
	for (const [id, { path }] of await addresses) {
		const access = accessOf(id);
		if (access === 'public' || !routes.some((route) => route.id === id && route.isPage)) continue;
		expect.soft((await visitor.post(path, { a: '1' })).status, `a visitor’s form to ${path}`).toBe(401);
		if (access!.includes('volunteer')) continue;
		expect.soft((await volunteer.post(path, { a: '1' })).status, `a volunteer’s form to ${path}`).toBe(403);
	}
});
