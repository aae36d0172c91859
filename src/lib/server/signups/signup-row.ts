import { actorId } from '$lib/domain/people/actor';
import type { SignupOrigin } from '$lib/domain/signups/signup';
import type { Context } from '../context';
import { insertCompanions, insertHelper, insertSignup } from '$lib/server/db/signups/new-signups';

/** What the form says of a party; names, phones and the address are normalised (forms/fields). */
export interface SignupWords {
	id: string;
	slotId: string;
	name: string;
	/** Null only on paper and at the door: a person without a telephone. */
	phone: string | null;
	/** Null: from outside the town. */
	villageId: string | null;
	/** People, 1–6. */
	partySize: number;
	/** 有几个位先去几个. */
	acceptsSome?: boolean;
	/** Names of those who come along, at most one fewer than the party has people. */
	companions?: string[];
	/** Who signs up for them, when they do not do it themselves. */
	helper?: { name: string; phone: string | null } | null;
	email?: string | null;
	language?: 'zh-CN' | 'en';
}

/** The statements that enter a sign-up at `at` (ms, UTC), with every personal field sealed; and its phone's index. */
export function signupStatements(ctx: Context, words: SignupWords, origin: SignupOrigin, at: number) {
	const { id, slotId, villageId, partySize, acceptsSome = false, language = 'zh-CN' } = words;
	const { name, phone, companions = [], helper = null, email = null } = words;
	const seal = (field: string, text: string) => ctx.keys.seal(text, field, id);
	const phoneIndex = phone && ctx.keys.blindIndex(phone);
	const signup = {
		id,
		slotId,
		villageId,
		partySize,
		acceptsSome,
		language,
		origin,
		phoneIndex,
		at,
		byId: actorId(ctx.actor),
		nameSealed: seal('signups.name', name),
		phoneSealed: phone && seal('signups.phone', phone),
		emailSealed: email && seal('signups.email', email),
		code: ctx.newCode()
	};
	const statements = [
		insertSignup(ctx.db, signup),
		...insertCompanions(
			ctx.db,
			companions.map((one, at) => ({ signupId: id, nth: at + 2, nameSealed: seal('companions.name', one) }))
		)
	];
	if (helper) {
		const { name, phone } = helper;
		const phoneSealed = phone && seal('helpers.phone', phone);
		statements.push(insertHelper(ctx.db, { signupId: id, nameSealed: seal('helpers.name', name), phoneSealed }));
	}
	return { statements, phoneIndex };
}

/** What the database may refuse a sign-up for, as the refusals of the verbs. */
export const signupRefusals = {
	'refusal:slot-closed': 'slot-closed',
	'refusal:party-larger-than-slot': 'party-larger-than-slot',
	'refusal:one-person-each': 'one-person-each',
	'signups.status': 'slot-unknown',
	'signups.granted': 'slot-unknown',
	'FOREIGN KEY': 'village-unknown',
	'signups.phone_index': 'already-signed-up'
} as const;
