// The host of a banquet, in sealed fields.
import type { Context } from '../context';

/** A household without a telephone is known by its name in its village or group. */
export function sealHost(
	{ keys }: Context,
	id: string,
	{ hostName, hostPhone, unitId }: { hostName: string; hostPhone: string | null; unitId: string }
) {
	return {
		hostNameSealed: keys.seal(hostName, 'banquets.host-name', id),
		hostPhoneSealed: hostPhone && keys.seal(hostPhone, 'banquets.host-phone', id),
		hostPhoneIndex: hostPhone && keys.blindIndex(hostPhone),
		hostNameIndex: hostPhone ? null : hostNameIndexOf(keys, { unitId, hostName })
	};
}

/** Finds a host by the name in a village or group. */
export const hostNameIndexOf = (keys: Context['keys'], { unitId, hostName }: { unitId: string; hostName: string }) =>
	keys.blindIndex(`host:${unitId}:${hostName}`);

/** Tells a household apart from another one that has the same telephone. */
export const otherHouseholdIndexOf = (keys: Context['keys'], hostName: string) =>
	keys.blindIndex(`other-household:${hostName}`);

/** The host's name and phone (null: none is known) in clear. Only for pages whose task needs them; elsewhere mask what comes out. */
export function openHost(
	{ keys }: Context,
	{ id, hostNameSealed, hostPhoneSealed }: { id: string; hostNameSealed: string; hostPhoneSealed: string | null }
): { hostName: string; hostPhone: string | null } {
	return {
		hostName: keys.open(hostNameSealed, 'banquets.host-name', id),
		hostPhone: hostPhoneSealed && keys.open(hostPhoneSealed, 'banquets.host-phone', id)
	};
}
