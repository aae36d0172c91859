/** What an instance needs of which one address asks so much. The bench starts its own with these. */
export const roomyLimits = {
	SIGNUPS_PER_10_MIN: '1000000',
	LOOKUPS_PER_15_MIN: '1000000',
	SIGN_INS_PER_15_MIN: '1000000'
};

const settings = Object.entries(roomyLimits).map((pair) => pair.join('='));

/** What to do where an instance refuses so many requests of one address. */
export const limitAdvice = `Start it with ${settings.join(' ')}: it limits what one address may do.`;

/** An instance that the bench did not start cannot be measured. The message says why, and what to do. */
export class InstanceError extends Error {}
