import * as v from 'valibot';
import { occasions, origins, outcomes, type Occasion } from '$lib/domain/banquets/banquet';
import { dissuasionOutcomes } from '$lib/domain/banquets/dissuasion';
import {
	date,
	id,
	integer,
	optional,
	optionalInteger,
	optionalText,
	personName,
	phone,
	reason,
	text,
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
		tablesHeld: v.pipe(
			optionalInteger(0, 999),
			v.transform((tables) => tables ?? 0)
		),
		/** Why, when an outcome is put right: asked by the verb. */
		reason: optionalText(300)
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

/** A cadre has looked at a banquet. */
export const acknowledgementForm = v.object({ id, banquetId: id });

/** One visit: who went is who is signed in. */
export const visitForm = v.object({ id, wentOn: date, note: optionalText(300) });
export const visitCorrectionForm = v.object({ ...visitForm.entries, reason });

/** 劝停: who went is who is signed in. */
export const dissuasionForm = v.object({
	id,
	wentOn: date,
	outcome: v.picklist(dissuasionOutcomes, 'dissuasion-outcome-missing'),
	note: optionalText(300)
});

export const dissuasionCorrectionForm = v.object({ ...dissuasionForm.entries, reason });

/** A second person's confirmation. */
export const confirmationForm = v.object({ id, dissuasionId: id });

/** What a household says about its own record. */
export const answerForm = v.object({ id, text: text('answer-missing', 500) });

export const replyForm = v.object({ id, answerId: id, text: text('reply-missing', 500) });

/** The name of an occasion's tick box in the form of a village rule. */
export const discourages = (occasion: Occasion) => `discourages-${occasion}` as const;

const ticks = Object.fromEntries(occasions.map((occasion) => [discourages(occasion), ticked])) as Record<
	ReturnType<typeof discourages>,
	typeof ticked
>;

/** 村规民约 limits from a day on, with the rule's own words. */
export const villageRuleForm = v.pipe(
	v.object({
		id,
		unitId,
		fromOn: date,
		noticeDays: integer(0, 60),
		tablesPerMeal: integer(1, 200),
		/** Yuan, for the estimate of saved spending. */
		pricePerTable: integer(1, 99_999),
		wording: optionalText(300),
		source: optionalText(60),
		...ticks
	}),
	v.transform(({ id, unitId, fromOn, noticeDays, tablesPerMeal, pricePerTable, wording, source, ...ticked }) => ({
		id,
		unitId,
		fromOn,
		noticeDays,
		tablesPerMeal,
		pricePerTable,
		wording,
		source,
		discouraged: occasions.filter((occasion) => ticked[discourages(occasion)])
	}))
);
