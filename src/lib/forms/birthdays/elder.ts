import * as v from 'valibot';
import { isDate } from '$lib/domain/calendar/calendar';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';
import {
	calendars,
	departureReasons,
	diets,
	mobilities,
	mostCompanions,
	photoConsents,
	sexes,
	type BirthDate
} from '$lib/domain/birthdays/elder';
import {
	date,
	id,
	integer,
	optional,
	optionalText,
	optionalTextWithoutNumbers,
	personName,
	phone,
	ticked,
	unitId
} from '../fields';

/** A birth date typed as a day of either calendar: the solar one as a date, the lunar one as year, month and day. */
const birthEntries = {
	calendar: v.picklist(calendars, 'calendar-missing'),
	solarOn: v.optional(v.string(), ''),
	lunarYear: v.optional(v.string(), ''),
	lunarMonth: v.optional(v.string(), ''),
	lunarDay: v.optional(v.string(), ''),
	isLeap: ticked
};

/** An elder on the roll. Whether the lunar calendar has the day is asked by the verb. */
export const elderForm = v.pipe(
	v.object({
		id,
		unitId,
		name: personName,
		sex: v.picklist(sexes, 'sex-missing'),
		...birthEntries,
		phone: optional(phone),
		relativePhone: optional(phone),
		mobility: v.picklist(mobilities, 'mobility-missing'),
		needsTransport: ticked,
		pickUpPoint: optionalText(30),
		diet: v.picklist(diets, 'diet-missing'),
		companions: integer(0, mostCompanions),
		photoConsent: v.picklist(photoConsents, 'photo-missing'),
		/** Why, when a record is put right: asked by the verb. */
		reason: optionalTextWithoutNumbers(300)
	}),
	v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
		const { calendar, solarOn, lunarYear, lunarMonth, lunarDay, isLeap, ...elder } = value;
		const birth: BirthDate | null =
			calendar === 'solar'
				? solarBirth(solarOn)
				: lunarBirth({ year: lunarYear, month: lunarMonth, day: lunarDay, isLeap });
		if (birth) return { ...elder, birth };
		const field = calendar === 'solar' ? 'solarOn' : 'lunarYear';
		const key: v.ObjectPathItem = { type: 'object', origin: 'value', input: value, key: field, value: '' };
		addIssue({ message: 'birth-wrong', path: [key] });
		return NEVER;
	})
);

function solarBirth(typed: string): BirthDate | null {
	const on = parseTypedDate(typed) ?? '';
	return isDate(on) ? { calendar: 'solar', on } : null;
}

function lunarBirth(typed: { year: string; month: string; day: string; isLeap: boolean }): BirthDate | null {
	const read = v.safeParse(
		v.object({ year: integer(1900, 2100), month: integer(1, 12), day: integer(1, 30), isLeap: v.boolean() }),
		typed
	);
	return read.success ? { calendar: 'lunar', ...read.output } : null;
}

/** 过世 or 迁走, on which day; the day may be left empty: today. */
export const departureForm = v.object({
	id,
	reason: v.picklist(departureReasons, 'departure-reason-missing'),
	departedOn: date
});

export const departureUndoForm = v.object({ id, departureId: id });

/** The household asked for it, and that was understood. */
export const elderErasureForm = v.object({
	id,
	isUnderstood: v.pipe(
		ticked,
		v.check((isTicked) => isTicked, 'erasure-not-confirmed')
	)
});
