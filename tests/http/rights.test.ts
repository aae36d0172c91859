import { test } from 'vitest';
import { accessOf } from '../../src/lib/server/people/access';
import { actAsVillager } from './crawl/acts';
import { routeOf, routes } from './crawl/routes';
import { starts, walk } from './crawl/walk';
import { expect } from './expect';
import type { Session } from './session';
import { newPage, newPhone, pageOf } from './visit';

const roles = { mei: 'volunteer', liu: 'cadre', zhou: 'administrator' } as const;

/** Every address of a route that the administrator finds, one a route, and those of a villager. */
async function addresses(): Promise<Map<string, string>> {
	const { session: visitor } = newPage();
	const own = await actAsVillager(visitor, newPhone);
	const { session } = await pageOf('zhou');
	const found = new Map<string, string>();
	for await (const { path } of walk(session, [...own, ...starts], { ofOneQuery: 1, ofOneRoute: 1 })) {
		const route = routeOf(path);
		if (route && !found.has(route.id)) found.set(route.id, path);
	}
	return found;
}

const isSentToSignIn = async (session: Session, path: string) => {
	const { status, headers } = await session.get(path, { follow: false });
	return status === 303 && (headers.get('location')?.startsWith('/sign-in?next=') ?? false);
};

test('every route lets in whom the table of rights names, and no one else', { timeout: 120_000 }, async () => {
	const { session: visitor } = newPage();
	for (const [id, path] of await addresses()) {
		const access = accessOf(id);
		expect.soft(await isSentToSignIn(visitor, path), `a visitor at ${path}`).toBe(access !== 'public');
		for (const [username, role] of Object.entries(roles)) {
			const { session } = await pageOf(username);
			const { status } = await session.get(path, { follow: false });
			const isRefused = access !== 'public' && !access!.includes(role);
			if (isRefused) expect.soft(status, `${username} at ${path}`).toBe(403);
			else if (role === 'administrator') expect.soft(status, `${username} at ${path}`).not.toBe(403);
		}
	}
});

test('every form of the staff sent without a session is a 401, and by a role that may not come in a 403', async () => {
	const { session: visitor } = newPage();
	const { session: volunteer } = await pageOf('mei');
	for (const [id, path] of await addresses()) {
		const access = accessOf(id);
		if (access === 'public' || !routes.some((route) => route.id === id && route.isPage)) continue;
		expect.soft((await visitor.post(path, { a: '1' })).status, `a visitor’s form to ${path}`).toBe(401);
		if (!access!.includes('volunteer'))
			expect.soft((await volunteer.post(path, { a: '1' })).status, `a volunteer’s form to ${path}`).toBe(403);
	}
});
