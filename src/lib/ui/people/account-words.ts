import type { Role } from '$lib/domain/people/actor';
import { m } from '$lib/paraglide/messages.js';

export const roleWords: Record<Role, () => string> = {
	administrator: m.shell_role_administrator,
	cadre: m.shell_role_cadre,
	volunteer: m.shell_role_volunteer
};

/** What a role may do, for the administrator who chooses one. */
export const roleHints: Record<Role, () => string> = {
	administrator: m.accounts_role_hint_administrator,
	cadre: m.accounts_role_hint_cadre,
	volunteer: m.accounts_role_hint_volunteer
};
