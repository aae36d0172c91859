import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { findAccount } from '$lib/server/db/people/accounts';
import { listSessions } from '$lib/server/db/people/sessions';
import { findUnit } from '$lib/server/db/units/units';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, keys, actor, now } = locals.context;
	const account = actor.kind === 'account' ? await findAccount(db, actor.accountId) : null;
	if (!account) error(404);
	const [unit, sessions] = await Promise.all([findUnit(db, account.unitId), listSessions(db, account.id)]);
	return {
		username: account.username,
		name: keys.open(account.nameSealed, 'accounts.name', account.id),
		role: account.role,
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		openedOn: dateOf(account.at),
		sessions: sessions.filter((session) => session.expiresAt > now()).length,
		hasChangedPassword: url.searchParams.has('changed')
	};
};
