import * as v from 'valibot';
import { isDate, isTime } from '$lib/domain/calendar/calendar';
import { isPlausible } from '$lib/domain/calendar/plausible-day';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';
import { parseTypedTime } from '$lib/domain/calendar/typed-time';
import { readNumber } from '$lib/domain/ledgers/ledger-number';
import { normalizeName } from '$lib/domain/people/person-name';
import { holdsPersonalNumber } from '$lib/domain/people/personal-number';
import { normalizePhone } from '$lib/domain/people/phone';
import { normalizeCode } from '$lib/domain/signups/slip-code';

/** The client-made id of the submission: a UUID. */
export const id = v.pipe(v.string('form-stale'), v.toLowerCase(), v.uuid('form-stale'));

/** A required text of at most `most` characters; `missing` is the code when it is empty. */
export const text = <C extends string>(missing: C, most = 200) =>
	v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.maxLength(most, 'text-too-long'));

const isWithoutNumbers = (typed: string) => !holdsPersonalNumber(typed);

/** The same for a text in which people are not to be named: a telephone or identity number in it is refused. Names cannot be told from other words. */
export const textWithoutNumbers = <C extends string>(missing: C, most = 200) =>
	v.pipe(text(missing, most), v.check(isWithoutNumbers, 'personal-number'));

/** Everyone may read it, so no number of a person may be in it. */
export const fitForAll = v.check(isWithoutNumbers, 'number-in-public');

/** A required text that anyone may read: on a page, a poster, a slip, in a calendar. A telephone or identity number in it is refused. */
export const publicText = <C extends string>(missing: C, most = 200) => v.pipe(text(missing, most), fitForAll);

/** One that may be left empty. */
export const optionalPublicText = (most = 500) => v.pipe(optionalText(most), fitForAll);

/** Why something is put right or struck out. */
export const reason = textWithoutNumbers('correction-reason-missing', 300);

/** A text that may be left empty. */
export const optionalText = (most = 500) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, 'text-too-long')), '');

/** One that may be left empty, and in which people are not to be named. */
export const optionalTextWithoutNumbers = (most = 500) =>
	v.pipe(optionalText(most), v.check(isWithoutNumbers, 'personal-number'));

/** A person's name, normalised. */
export const personName = v.pipe(
	v.string('name-missing'),
	v.trim(),
	v.nonEmpty('name-missing'),
	v.transform(normalizeName),
	v.string('name-wrong')
);

/** A telephone number, normalised to its digits. */
export const phone = v.pipe(
	v.string('phone-missing'),
	v.trim(),
	v.nonEmpty('phone-missing'),
	v.transform(normalizePhone),
	v.string('phone-wrong')
);

/** A calendar date as typed or picked; out comes YYYY-MM-DD. */
export const date = v.pipe(
	v.string('date-missing'),
	v.trim(),
	v.nonEmpty('date-missing'),
	v.transform((typed) => parseTypedDate(typed) ?? ''),
	v.check(isDate, 'date-wrong'),
	v.check((on) => !isDate(on) || isPlausible(on), 'year-implausible')
);

/** A time of day as typed or picked; out comes HH:mm from 00:00 to 24:00. */
export const endTime = v.pipe(
	v.string('time-missing'),
	v.trim(),
	v.nonEmpty('time-missing'),
	v.transform((typed) => parseTypedTime(typed) ?? ''),
	v.nonEmpty('time-wrong')
);

/** The same, but 24:00 is none: a day begins at 00:00. */
export const time = v.pipe(endTime, v.check(isTime, 'time-wrong'));

/** A whole number between `least` and `most`, read as in a ledger that comes in: 30, ３０, 三十, 30桌. An approximate one (约30) is refused. */
export const integer = (least: number, most: number) =>
	v.pipe(
		v.string('number-missing'),
		v.trim(),
		v.nonEmpty('number-missing'),
		v.maxLength(20, 'number-wrong'),
		v.transform(numberIn),
		v.number('number-wrong'),
		v.minValue(least, least === 1 ? 'number-below-one' : 'number-out-of-range'),
		v.maxValue(most, 'number-out-of-range')
	);

function numberIn(typed: string): number | null {
	const read = readNumber(typed);
	return 'number' in read && !read.isAbout ? read.number : null;
}

/** The same, or null when left empty. */
export const optionalInteger = (least: number, most: number) =>
	v.union(
		[
			v.pipe(
				v.optional(v.pipe(v.string(), v.trim()), ''),
				v.literal(''),
				v.transform(() => null)
			),
			integer(least, most)
		],
		'number-wrong'
	);

/** A whole number up to `most`; 0 when left empty. */
export const integerOrZero = (most: number) =>
	v.pipe(
		optionalInteger(0, most),
		v.transform((typed) => typed ?? 0)
	);

/** The same field, or null when left empty. */
export const optional = <S extends v.GenericSchema<string, string>>(field: S) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform<string, string | null>(({ dataset, addIssue, NEVER }) => {
			if (dataset.value.trim() === '') return null;
			const read = v.safeParse(field, dataset.value);
			if (read.success) return read.output;
			addIssue({ message: read.issues[0].message });
			return NEVER;
		})
	);

/** A unit chosen from a list. */
export const unitId = v.pipe(v.string('unit-missing'), v.nonEmpty('unit-missing'), v.uuid('unit-missing'));

/** A tick box: present or absent. */
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

/** The code of a slip, however it is typed. */
export const code = v.pipe(
	v.string('code-missing'),
	v.trim(),
	v.nonEmpty('code-missing'),
	v.transform(normalizeCode),
	v.string('code-wrong')
);
