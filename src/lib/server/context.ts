import type { Actor } from '$lib/domain/people/actor';
import type { Town } from './town';

/** All that a verb may depend on beside its input: a town, and who acts in it. */
export interface Context extends Town {
	actor: Actor;
	/**
	 * The digest of the form that is being answered, where `actId` is that form's act; else null. Left out where no form is answered. The act
	 * keeps it, so that the same form with other contents is not taken for a replay.
	 */
	formDigest?(actId: string): Promise<string | null>;
}

/** The context in which `actor` acts, in this town. */
export function actAs(town: Town, actor: Actor): Context {
	return { ...town, actor };
}
