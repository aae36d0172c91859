import type { Need } from '$lib/domain/signups/waitlist';

/** A slot in which a smaller party may not pass the line. */
export const strict = { letsPass: false };
/** A party that comes as a whole or not at all. */
export const whole = (people: number): Need => ({ people, acceptsSome: false });
/** A party that takes what places there are. */
export const some = (people: number): Need => ({ people, acceptsSome: true });
