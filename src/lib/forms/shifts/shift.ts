import * as v from 'valibot';
import { foldText } from '$lib/domain/folded-text';
import { requestAnswers } from '$lib/domain/shifts/shift-request';
import { id, integer, optionalTextWithoutNumbers, textWithoutNumbers, ticked } from '../fields';
import { checkSpan, typedSpan, withInstants } from '../span';

const words = { duty: textWithoutNumbers('duty-missing', 40), ...typedSpan, needed: integer(1, 200) };

export const newShiftForm = v.pipe(
	v.object({ id, ...words }),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);
export const editShiftForm = v.pipe(
	v.object({ id, shiftId: id, ...words, reason: optionalTextWithoutNumbers(200) }),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);
export const removeShiftForm = v.object({ id, shiftId: id });
export const takeShiftForm = v.object({ id, shiftId: id });
export const seeShiftMoveForm = v.object({ id, claimId: id });
export const giveBackShiftForm = v.object({ id, claimId: id });

export const joinLineForm = v.object({ id, shiftId: id });
export const leaveLineForm = v.object({ id, waitId: id });

/** `wanted`: the claim asked for in exchange, or `none`. */
export const askColleagueForm = v.pipe(
	v.object({
		id,
		claimId: id,
		toId: v.pipe(v.string('colleague-missing'), v.uuid('colleague-missing')),
		wanted: v.union([v.literal('none'), v.pipe(v.string(), v.uuid())], 'wanted-missing')
	}),
	v.transform(({ wanted, ...form }) => ({ ...form, wantedClaimId: wanted === 'none' ? null : wanted }))
);
export const answerRequestForm = v.object({ id, requestId: id, answer: v.picklist(requestAnswers, 'form-stale') });

/** Whole hours and minutes as typed, a field left empty being none. */
const part = (most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => foldText(typed).trim() || '0'),
		v.regex(/^\d{1,2}$/, 'hours-wrong'),
		v.transform(Number),
		v.maxValue(most, 'hours-wrong')
	);

/** `same`: the button that agrees with the number last stated; `absent`: the one that says "could not come"; `heard`: `wordsRead` of the verb. */
export const hoursForm = v.pipe(
	v.object({
		id,
		claimId: id,
		heard: integer(0, 1000),
		hours: part(24),
		minutes: part(59),
		same: v.union([v.literal(''), v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'form-stale'))], 'form-stale'),
		absent: ticked,
		reason: optionalTextWithoutNumbers(100)
	}),
	v.transform(({ id, claimId, heard, hours, minutes, same, absent, reason }) => ({
		id,
		claimId,
		wordsRead: heard,
		reason,
		minutes: absent ? 0 : same !== '' ? Number(same) : hours * 60 + minutes
	}))
);
export const feedForm = v.object({ id });
