import * as v from 'valibot';
import { occasions, type Occasion } from '$lib/domain/banquets/banquet';
import { date, id, integer, optionalPublicText, ticked, unitId } from '../fields';

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
		wording: optionalPublicText(300),
		source: optionalPublicText(60),
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
