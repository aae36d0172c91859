import type { Context } from '../context';
import { listAnswersOfSignup } from '$lib/server/db/events/questions';
import { findPeople } from '$lib/server/db/signups/signups';
import { type Answer, field, sealedUnder } from './answers';

/** The names of a party's people in order ('' where unknown), and what each answered so far. For the holder of the slip. */
export async function readPartyAnswers(ctx: Context, signup: { id: string; nameSealed: string; partySize: number }) {
	const { id, nameSealed, partySize } = signup;
	const [{ companions }, rows] = await Promise.all([findPeople(ctx.db, id), listAnswersOfSignup(ctx.db, id)]);
	const names = Array.from({ length: partySize }, (_, at) => {
		if (at === 0) return ctx.keys.open(nameSealed, 'signups.name', id);
		const sealed = companions.find(({ nth }) => nth === at + 1)?.nameSealed;
		return sealed === undefined ? '' : ctx.keys.open(sealed, 'companions.name', id);
	});
	const answers = rows.map(({ valueSealed, ...row }): Answer => ({
		...row,
		value: ctx.keys.open(valueSealed, field, sealedUnder(row))
	}));
	return { names, answers };
}
