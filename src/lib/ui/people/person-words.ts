import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';

/** A name as it was opened, masked unless `inFull`; after an erasure, the word for it. */
export function nameText(name: string, inFull = false): string {
	if (name === '') return m.questions_erased();
	return inFull ? name : maskName(name);
}

/** A telephone as it was opened, masked unless `inFull`; null where there is none (any more). */
export function phoneText(phone: string | null, inFull = false): string | null {
	if (!phone) return null;
	return inFull ? phone : maskPhone(phone);
}
