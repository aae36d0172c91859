import { readAnswers } from '$lib/server/banquets/household-answers';
import { openBanquet } from '../open-banquet';
import type { PageServerLoad } from './$types';

/**
 * The paper for the household: its own name in full, its phone masked, the code that opens its record, and its last
 * answer beside it.
 */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { shown, host, code } = await openBanquet(locals.context, params.id);
	const answers = await readAnswers(locals.context, params.id);
	return {
		banquet: { ...shown, hostName: host.hostName, pledgedOn: shown.pledgedOn ?? undefined },
		answers,
		code,
		address: `${url.host}/slip`
	};
};
