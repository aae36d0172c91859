import { roles, type Actor, type Role } from '$lib/domain/people/actor';

/** Who may enter the routes whose id begins with a prefix; the longest prefix counts. What is not here is refused. */
const table: Record<string, 'public' | readonly Role[]> = {
	'/(public)': 'public',
	'/preferences': 'public',
	'/sign-in': 'public',
	'/sign-out': 'public',
	'/refused': 'public',
	'/api/v1': 'public',
	// The token in the address is the key: calendars send no cookie.
	'/feeds/shifts': 'public',
	'/account': roles,
	'/schedule': roles,
	'/door': roles,
	'/desk': ['cadre', 'administrator'],
	'/admin': ['administrator']
};

/** Where an account with a password that it did not choose goes first. */
export const changePasswordRoute = '/account/password';

/** Who may enter this route; null when the table does not say, and then no one may. */
export function accessOf(routeId: string): 'public' | readonly Role[] | null {
	const prefixes = Object.keys(table).filter((prefix) => routeId === prefix || routeId.startsWith(`${prefix}/`));
	const longest = prefixes.sort((a, b) => b.length - a.length)[0];
	return longest === undefined ? null : table[longest]!;
}

export type Entry = 'enter' | 'sign-in' | 'change-password' | 'refuse';

/** Decides whether the actor may enter a route (by its id, such as `/desk/events`). */
export function decideEntry(routeId: string, actor: Actor): Entry {
	const access = accessOf(routeId);
	if (access === 'public') return 'enter';
	if (access === null) return 'refuse';
	if (actor.kind !== 'account') return 'sign-in';
	if (!access.includes(actor.role)) return 'refuse';
	return actor.mustChangePassword && routeId !== changePasswordRoute ? 'change-password' : 'enter';
}

/** Whether pages of this route are for one person's eyes: staff pages, and those that show a person's own record. */
export function isPrivate(routeId: string): boolean {
	return (
		accessOf(routeId) !== 'public' ||
		/^\/\(public\)\/(slip|s\/|household|pledge\/\[id|events\/\[id=id\]\/(self-check|sign-up))/.test(routeId)
	);
}
