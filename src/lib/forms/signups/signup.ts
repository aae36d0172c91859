import * as v from 'valibot';
import { normalizeName } from '$lib/domain/people/person-name';
import { maxParty } from '$lib/domain/signups/signup';
import { code, id, integer, optional, personName, phone, publicText, ticked, unitId } from '../fields';

/** No village: the person is from outside the town. */
export const outside = 'outside';

const village = v.pipe(
	v.string('village-missing'),
	v.nonEmpty('village-missing'),
	v.union([v.literal(outside), unitId], 'village-missing'),
	v.transform((value) => (value === outside ? null : value))
);

export const partySize = integer(1, maxParty);

/** Names in one field, parted by 、 or a comma, a semicolon or a line's end. */
const companions = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed.split(/[、,，;；/\n]/).filter((part) => part.trim() !== '')),
	v.array(v.pipe(v.string(), v.transform(normalizeName), v.string('companion-wrong')))
);

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254, 'email-wrong'), v.email('email-wrong'));

export const signupForm = v.pipe(
	v.object({
		id,
		slotId: v.pipe(v.string('slot-missing'), v.uuid('slot-missing')),
		name: personName,
		phone,
		villageId: village,
		partySize,
		acceptsSome: ticked,
		companions,
		helperName: optional(personName),
		helperPhone: optional(phone),
		email: optional(email),
		/** For blood drives: the signed outcome of the self-check, and the consent to be on the station's list. */
		check: v.optional(v.pipe(v.string(), v.maxLength(160, 'form-stale')), ''),
		mayHandOver: ticked
	}),
	v.forward(
		v.partialCheck(
			[['partySize'], ['companions']],
			({ partySize, companions }) => companions.length < partySize,
			'more-names-than-people'
		),
		['companions']
	),
	v.forward(
		v.partialCheck(
			[['helperName'], ['helperPhone']],
			({ helperName, helperPhone }) => helperName !== null || helperPhone === null,
			'helper-name-missing'
		),
		['helperName']
	),
	v.transform(({ helperName, helperPhone, ...rest }) => ({
		...rest,
		helper: helperName === null ? null : { name: helperName, phone: helperPhone }
	}))
);

/** What was mistyped; a field left empty stays as it is. */
export const correctionForm = v.object({ id, name: optional(personName), phone: optional(phone), companions });

export const partyForm = v.object({ id, partySize, acceptsSome: ticked });

export const actForm = v.object({ id });

export const lookupForm = v.object({ phone, code });

/** A waiting party's new place in line, and why. */
export const moveForm = v.object({ id, to: integer(1, 9999), reason: publicText('move-reason-missing', 200) });
