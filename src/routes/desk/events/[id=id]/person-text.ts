import type { AnsweringPerson } from '$lib/server/signups/event-answers';
import { m } from '$lib/paraglide/messages.js';
import { nameText } from '$lib/ui/people/person-words';

/** A person of a party by name, masked unless `inFull`; a companion without a name by their number in it. */
export function personText({ name, nth }: Pick<AnsweringPerson, 'name' | 'nth'>, inFull: boolean): string {
	return name === '' && nth > 1 ? m.questions_companion({ nth }) : nameText(name, inFull);
}
