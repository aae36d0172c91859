import * as v from 'valibot';
import { id, integer, optionalInteger, optionalTextWithoutNumbers } from '../fields';

/** Donors and millilitres at blood drives alone: the verb asks for them. */
export const completionForm = v.object({
	id,
	attended: integer(0, 99_999),
	donors: optionalInteger(0, 99_999),
	millilitres: optionalInteger(0, 9_999_999),
	note: optionalTextWithoutNumbers(500)
});

/** The same for an event where people were checked in: it asks only for those who were not. */
export const tickedCompletionForm = v.object({
	...completionForm.entries,
	attended: v.pipe(
		v.unknown(),
		v.transform(() => null)
	),
	unticked: optionalInteger(0, 99_999)
});
