// What a household says of its own banquet.
import * as v from 'valibot';
import { occasions } from '$lib/domain/banquets/banquet';
import { date, id, integer, optionalText, personName, phone, text, ticked, unitId } from '../fields';

/** 报备 by the household itself: no account, no price, nothing that needs the office. */
export const ownBanquetForm = v.object({
	id,
	unitId,
	hostName: personName,
	hostPhone: phone,
	occasion: v.picklist(occasions, 'occasion-missing'),
	plannedOn: date,
	meals: integer(1, 30),
	tablesPlanned: integer(1, 999),
	venue: optionalText(60),
	caterer: optionalText(60),
	hasRead: v.pipe(
		ticked,
		v.check((hasRead) => hasRead, 'notice-unread')
	)
});

/** What a household may put right in its own record. */
export const ownCorrectionForm = v.object({
	id,
	plannedOn: date,
	meals: integer(1, 30),
	tablesPlanned: integer(1, 999),
	venue: optionalText(60),
	caterer: optionalText(60)
});

/** An act on the banquet of the page, which needs no more than its own id. */
export const banquetActForm = v.object({ id });

/** What a household says about its own record. */
export const answerForm = v.object({ id, text: text('answer-missing', 500) });

export const replyForm = v.object({ id, answerId: id, text: text('reply-missing', 500) });
