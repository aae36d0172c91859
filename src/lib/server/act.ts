import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { ZeroInTheWay } from '$lib/domain/activities/checked-month';
import type { FormState } from '$lib/ui/elements/form-state';
import { lastPlannedOn } from '$lib/domain/calendar/plausible-day';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';
import type { LedgerName } from '$lib/domain/figures/ledger';
import type { Context } from './context';
import { isDayAsked, isFarDayAsked, type AskedBirth, type AskedDay } from './early-day';
import { takeUnitsFound } from './found-units';
import { readFields, readForm, type FormRefusal, type Schema } from './form';

type Answer = { ok: true } | { ok: false; refusal: FormRefusal };
type Refusal<Result> = Result extends { ok: false; refusal: infer Code } ? Code : never;

interface Ways<Event, Data, Result> {
	/** Where to go on, once it is done: an address of this site. */
	to: string | ((event: Event, result: Extract<Result, { ok: true }>, data: Data) => string);
	/** The field that a refusal is about; without one it stands at the top of the form, or is an error page (see readForm). */
	field?:
		| string
		| Partial<Record<string, string>>
		| ((refusal: Refusal<Result>, data: Data, refused: Extract<Result, { ok: false }>) => string | undefined);
	/** What the error of a field speaks of, where neither says it: a village, a group. By the fields' names; `form` for none. */
	about?: (event: Event, refused: Extract<Result, { ok: false }> | null) => Promise<Partial<Record<string, string>>>;
	/** Finds the checked zero that kept the entry out, so that the answer names it. */
	findZero?: (ctx: Context, data: Data) => Promise<ZeroInTheWay | null>;
	/**
	 * The field with the day of a record, or those of which the earliest counts. It is asked about where it is before its ledger begins, and
	 * refused where the unit is not there on it.
	 */
	day?: { ledger: LedgerName; field: string | RegExp };
	/** The second day of a matter, asked about where it is far from the first, or the birth date of an elder. */
	far?: (data: Data, event: Event) => AskedDay | AskedBirth | Promise<AskedDay>;
	/** Who acts, where it is not the request's own actor. */
	as?: (event: Event) => Context;
	/** Counts this form, and says whether so many may come from its address. */
	mayTry?: (throttle: Context['throttle'], address: string) => Promise<boolean>;
}

/**
 * The action of a form: reads what was sent through `schema`, does `verb`, and redirects (303). What the schema or the verb refuses is
 * answered on its field (see readForm), with what was typed.
 */
export function act<Event extends RequestEvent, S extends Schema, Result extends Answer>(
	schema: S | ((event: Event) => S | Promise<S>),
	verb: (ctx: Context, data: v.InferOutput<S>, event: Event) => Promise<Result>,
	{ to, field, about, day, far, findZero, as, mayTry }: Ways<Event, v.InferOutput<S>, Result>
): (event: Event) => Promise<ActionFailure<FormState> | FormState> {
	return async (event) => {
		const ctx = as ? as(event) : event.locals.context;
		const asked = typeof schema === 'function' ? await schema(event) : schema;
		const count = mayTry && (() => mayTry(ctx.throttle, event.getClientAddress()));
		const fields = await readFields(event.request);
		const form = await readForm(event.request, asked, count, (sent) => takeUnitsFound(ctx, sent, asked));
		const early = day && earliestDay(fields, day.field);
		const isEarly = early && (await isDayAsked(ctx, fields, { ledger: day.ledger, ...early }));
		const tooFar = dayTooFar(fields, ctx.today());
		if (!form.ok) {
			// What is wrong with a day is said along with what is missing, not once that is mended.
			const days: FormState['errors'] = {
				...(tooFar && { [tooFar]: 'day-too-far' }),
				...(isEarly && { [early.field]: 'date-before-ledger' })
			};
			return alsoWrong(form.failure, days, about && (await about(event, null)));
		}
		if (isEarly) return form.refuse('date-before-ledger', early.field);
		const second = await far?.(form.data, event);
		if (second && isFarDayAsked(ctx, fields, second)) return form.refuse(second.code ?? 'day-far', second.field);
		if (tooFar) return form.refuse('day-too-far', tooFar);
		const result = await verb(ctx, form.data, event);
		if (!result.ok) {
			const ofDay = result.refusal === 'unit-not-there' ? early?.field : undefined;
			const no = result as unknown as Extract<Result, { ok: false }>;
			const at = fieldOf(no, form.data, field) ?? ofDay;
			const refused = form.refuse(result.refusal, at);
			if (about) return nameErrors(refused, await about(event, no));
			const zero = result.refusal === 'month-checked-zero' && (await findZero?.(ctx, form.data));
			return zero ? withZero(refused, zero) : refused;
		}
		const done = result as unknown as Extract<Result, { ok: true }>;
		redirect(303, typeof to === 'string' ? to : to(event, done, form.data));
	};
}

/** An answer that names the checked zero which kept an entry out. */
export const withZero = (refused: ActionFailure<FormState>, zero: ZeroInTheWay | null) =>
	fail(refused.status, { ...refused.data, zero });

/** An answer whose errors name what they speak of. */
const nameErrors = (answer: ActionFailure<FormState> | FormState, about: FormState['about']) =>
	'status' in answer ? fail(answer.status, { ...answer.data, about }) : answer;

/** An answer to a form that its schema refused, with what is wrong with its days besides. Any other is left as it is. */
function alsoWrong(
	answer: ActionFailure<FormState> | FormState,
	days: FormState['errors'],
	about: FormState['about']
): ActionFailure<FormState> | FormState {
	if (!('status' in answer) || answer.status !== 400) return answer;
	const { data } = answer;
	return fail(400, { ...data, errors: { ...data.errors, ...days, ...data.errors }, about });
}

/** The earliest day that was typed into a field, or into one of several; undefined where none was. */
function earliestDay(fields: FormData, asked: string | RegExp): { field: string; on: string } | undefined {
	const isAsked = (name: string) => (typeof asked === 'string' ? name === asked : asked.test(name));
	const days = [...fields].flatMap(([field, typed]) => {
		const on = isAsked(field) && typeof typed === 'string' ? parseTypedDate(typed) : null;
		return on === null ? [] : [{ field, on }];
	});
	return days.toSorted((one, other) => (one.on < other.on ? -1 : 1))[0];
}

/** A field with a day that is planned or holds from then on. By when a case is due has a bound of its own. */
const isDay = (name: string) => /(?:^|\.)(?:on|\w+On)$/.test(name) && name !== 'dueOn';

/** The field with a day so far ahead that its year must be wrong. */
function dayTooFar(fields: FormData, today: string): string | undefined {
	const isTooFar = (typed: unknown) =>
		typeof typed === 'string' && (parseTypedDate(typed) ?? '') > lastPlannedOn(today);
	return [...fields].find(([name, typed]) => isDay(name) && isTooFar(typed))?.[0];
}

function fieldOf<Data, Result>(
	refused: Extract<Result, { ok: false }>,
	data: Data,
	field: Ways<never, Data, Result>['field']
): string | undefined {
	const { refusal } = refused as unknown as { refusal: Refusal<Result> };
	if (typeof field === 'function') return field(refusal, data, refused);
	return typeof field === 'object' ? field[refusal as string] : field;
}
