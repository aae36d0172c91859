import * as v from 'valibot';
import { occasions, origins, outcomes } from '$lib/domain/banquets/banquet';
import {
	date,
	id,
	integer,
	optional,
	integerOrZero,
	optionalInteger,
	optionalText,
	optionalTextWithoutNumbers,
	personName,
	phone,
	reason,
	ticked,
	unitId
} from '../fields';

/** 报备, or found: one intended or held banquet. Nothing about guests or gift money can be typed in. */
export const banquetForm = v.object({
	id,
	origin: v.picklist(origins, 'origin-missing'),
	unitId,
	hostName: personName,
	/** Null: none is known. */
	hostPhone: optional(phone),
	/** Asked where the telephone is another household's of the same occasion and day. */
	isOtherHousehold: ticked,
	occasion: v.picklist(occasions, 'occasion-missing'),
	declaredOn: date,
	plannedOn: date,
	meals: integer(1, 30),
	tablesPlanned: integer(1, 999),
	/** Yuan. */
	pricePerTable: optionalInteger(1, 99_999),
	venue: optionalText(60),
	caterer: optionalText(60),
	isHygieneCertificateSeen: ticked
});

/** The same, put right. */
export const banquetCorrectionForm = v.object({ ...banquetForm.entries, reason });

/** Struck out of the ledger. */
export const banquetRemovalForm = v.object({ id, reason });

/** How it ended. No tables need be typed for a cancelled banquet or a family meal. */
export const outcomeForm = v.pipe(
	v.object({
		id,
		outcome: v.picklist(outcomes, 'outcome-missing'),
		endedOn: date,
		tablesHeld: integerOrZero(999),
		/** Why, when an outcome is put right: asked by the verb. */
		reason: optionalTextWithoutNumbers(300)
	}),
	v.transform((form) => (form.outcome === 'cancelled' ? { ...form, tablesHeld: 0 } : form)),
	v.forward(
		v.check(
			({ outcome, tablesHeld }) => outcome === 'cancelled' || outcome === 'family-meal' || tablesHeld > 0,
			'tables-held-missing'
		),
		['tablesHeld']
	)
);
