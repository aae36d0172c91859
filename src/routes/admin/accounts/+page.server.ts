import { attemptName } from '$lib/server/people/sign-in';
import { listAccounts } from '$lib/server/db/people/accounts';
import { listLockedNames } from '$lib/server/db/people/sign-in-attempts';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const after = url.searchParams.get('after');
	const cursor = after === null ? undefined : { below: { key: after, id: after } };
	const { rows, hasAbove, hasBelow } = await listAccounts(ctx.db, scopeOf(ctx), cursor);
	const names = rows.map(({ username }) => attemptName(ctx, username));
	const locked = await listLockedNames(ctx.db, names, ctx.now());
	return {
		accounts: rows.map(({ nameSealed, closedAt, ...account }, i) => ({
			...account,
			name: ctx.keys.open(nameSealed, 'accounts.name', account.id),
			isClosed: closedAt !== null,
			isLocked: locked.has(names[i]!)
		})),
		first: hasAbove ? '/admin/accounts' : null,
		next: hasBelow ? `?after=${encodeURIComponent(rows.at(-1)!.username)}` : null
	};
};
