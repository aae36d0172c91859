import { isRedirect, type Cookies } from '@sveltejs/kit';
import { countRoundTrips } from '../../src/lib/server/db/client';
import type { Context } from '../../src/lib/server/context';
import * as layout from '../../src/routes/+layout.server';

/** The cookies of a browser that is only here. */
export function cookieJar(): Cookies {
	const kept = new Map<string, string>();
	const jar = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name)
	};
	return jar as unknown as Cookies;
}

interface Visit {
	path: string;
	params?: Record<string, string>;
	cookies?: Cookies;
	/** What a form sends. */
	form?: Record<string, string>;
}

/** The event that a visit hands to loads and actions. */
function eventOf(ctx: Context, { path, params = {}, cookies = cookieJar(), form }: Visit) {
	const url = new URL(path, 'http://localhost');
	const request = new Request(url, form && { method: 'POST', body: new URLSearchParams(form) });
	const locals = { context: ctx, actor: ctx.actor, elderView: false };
	return { url, params, cookies, request, locals, getClientAddress: () => '127.0.0.1' } as never;
}

/** What a page and the frame around it ask of the database. Out: what `load` or an action gave, or the address it leads to. */
export async function visit<Data>(ctx: Context, load: (event: never) => Data, how: Visit) {
	const event = eventOf(ctx, how);
	const { value, count, statements } = await countRoundTrips(async () => {
		if (!how.form) await layout.load(event);
		try {
			return (await load(event)) as Exclude<Awaited<Data>, void>;
		} catch (thrown) {
			if (isRedirect(thrown)) return thrown.location;
			throw thrown;
		}
	});
	return { value, asked: { trips: count, statements } };
}
