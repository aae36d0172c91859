import type { Actor } from '$lib/domain/people/actor';
import type { Town } from './town';

/** All that a verb may depend on beside its input: a town, and who acts in it. */
export interface Context extends Town {
	actor: Actor;
}

/** The context in which `actor` acts, in this town. */
export function actAs(town: Town, actor: Actor): Context {
	return { ...town, actor };
}
