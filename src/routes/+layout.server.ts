import { getLocale } from '$lib/paraglide/runtime.js';
import type { LayoutServerLoad } from './$types';

/** What the frame around every page shows. Guards live in hooks.server.ts, never here. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { actor, context } = locals;
	const root = await context.rootUnit();
	const { campaigns, kinds } = await context.registry();
	const name = getLocale() === 'en' ? (root?.nameEn ?? root?.name) : root?.name;
	return {
		/** The office that runs this: its own name and telephone. */
		town: { name: name ?? '', phone: root?.phone ?? '' },
		added: { campaigns, kinds },
		actor: actor.kind === 'account' ? { role: actor.role, username: actor.username } : null,
		elderView: locals.elderView,
		locale: getLocale(),
		path: url.pathname,
		/** Where /preferences returns to. A form action's own query (?/name) is no page. */
		back: url.search.startsWith('?/') ? url.pathname : url.pathname + url.search,
		/** Where /preferences sends what was typed. */
		again: url.pathname + url.search
	};
};
