import { openBanquet } from '../open-banquet';
import type { PageServerLoad } from './$types';

/** The paper for the household: its own name in full, its phone masked, and the code that opens its record. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { shown, host, code } = await openBanquet(locals.context, params.id);
	return { banquet: { ...shown, hostName: host.hostName }, code, address: `${url.host}/slip` };
};
