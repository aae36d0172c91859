// What a household says of its own banquet.
import * as v from 'valibot';
import { occasions } from '$lib/domain/banquets/banquet';
import { mostOwnMeals, mostOwnTablesPerMeal } from '$lib/domain/banquets/household-act';
import { date, id, integer, optionalText, personName, phone, text, ticked } from '../fields';

/** The village or group of a household: villagers do not call it a unit. */
const homeId = v.pipe(v.string('home-missing'), v.nonEmpty('home-missing'), v.uuid('home-missing'));

/** Numbers that a household types unseen by the office: a wrong one gets words that say what to do. */
const size = {
	meals: v.pipe(integer(1, 9999), v.maxValue(mostOwnMeals, 'meals-implausible')),
	/** Of all meals together. */
	tablesPlanned: integer(1, 99_999)
};

/** More tables a meal than any banquet has are a mistyped number, or an invented one. */
const plausible = <S extends v.GenericSchema<unknown, { meals: number; tablesPlanned: number }>>(form: S) =>
	v.pipe(
		form,
		v.rawCheck(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			const { meals, tablesPlanned } = dataset.value as { meals: number; tablesPlanned: number };
			if (tablesPlanned <= Math.max(1, meals) * mostOwnTablesPerMeal) return;
			addIssue({
				message: 'tables-implausible',
				path: [
					{
						type: 'object',
						origin: 'value',
						input: dataset.value as Record<string, unknown>,
						key: 'tablesPlanned',
						value: tablesPlanned
					}
				]
			});
		})
	);

/** 报备 by the household itself: no account, no price, nothing that needs the office. */
export const ownBanquetForm = plausible(
	v.object({
		id,
		unitId: homeId,
		hostName: personName,
		hostPhone: phone,
		occasion: v.picklist(occasions, 'occasion-missing'),
		plannedOn: date,
		...size,
		venue: optionalText(60),
		caterer: optionalText(60),
		hasRead: v.pipe(
			ticked,
			v.check((hasRead) => hasRead, 'notice-unread')
		)
	})
);

/** What a household may put right in its own record. */
export const ownCorrectionForm = plausible(
	v.object({
		id,
		plannedOn: date,
		...size,
		venue: optionalText(60),
		caterer: optionalText(60)
	})
);

/** An act on the banquet of the page, which needs no more than its own id. */
export const banquetActForm = v.object({ id });

/** What a household says about its own record. */
export const answerForm = v.object({ id, text: text('answer-missing', 500) });

export const replyForm = v.object({ id, answerId: id, text: text('reply-missing', 500) });
