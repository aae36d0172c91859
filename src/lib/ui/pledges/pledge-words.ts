import type { Audience } from '$lib/domain/pledges/pledge';
import { m } from '$lib/paraglide/messages.js';

/** Who a text is for. */
export const audienceWords: Record<Audience, () => string> = {
	household: m.pledges_audience_household,
	'party-member': m.pledges_audience_party_member
};
