import { attemptName } from '$lib/server/people/accounts';
import { accountsPerPage, listAccounts } from '$lib/server/db/people/accounts';
import { listLockedNames } from '$lib/server/db/people/sign-in-attempts';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const listed = await listAccounts(ctx.db, scopeOf(ctx), url.searchParams.get('after') ?? '');
	const page = listed.slice(0, accountsPerPage);
	const names = page.map(({ username }) => attemptName(ctx, username));
	const locked = await listLockedNames(ctx.db, names, ctx.now());
	return {
		accounts: page.map(({ nameSealed, closedAt, ...account }, i) => ({
			...account,
			name: ctx.keys.open(nameSealed, 'accounts.name', account.id),
			isClosed: closedAt !== null,
			isLocked: locked.has(names[i]!)
		})),
		first: url.searchParams.has('after') ? '/admin/accounts' : null,
		next: listed.length > accountsPerPage ? `?after=${encodeURIComponent(page.at(-1)!.username)}` : null
	};
};
