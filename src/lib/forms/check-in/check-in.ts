import * as v from 'valibot';
import { maxParty } from '$lib/domain/signups/signup';
import { id, optionalInteger, personName } from '../fields';
import { partySize } from '../signups/signup';

const blank = v.pipe(v.string(), v.trim(), v.literal(''));

export const scanForm = v.object({
	id,
	text: v.pipe(v.string('code-missing'), v.trim(), v.nonEmpty('code-missing'), v.maxLength(300, 'code-wrong')),
	how: v.fallback(v.picklist(['camera', 'code']), 'code')
});

/** `people` left empty: everyone of the party who may come in. */
export const checkInForm = v.object({
	id,
	signupId: id,
	people: optionalInteger(1, maxParty),
	how: v.fallback(v.picklist(['name', 'list']), 'list')
});

export const admitForm = v.object({ id, signupId: id });
export const walkInForm = v.object({ id, partySize, name: v.union([blank, personName], 'name-wrong') });
export const undoForm = v.object({ id, checkInId: id });
export const slotActForm = v.object({ id });
