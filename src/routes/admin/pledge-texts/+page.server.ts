import { audiences } from '$lib/domain/pledges/pledge';
import { findTextInForce, listPledgeTexts } from '$lib/server/db/pledges/pledge-texts';
import { mayIssuePledgeText } from '$lib/server/pledges/pledge-texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	const today = ctx.today();
	const [texts, mayIssue, ...current] = await Promise.all([
		listPledgeTexts(ctx.db),
		mayIssuePledgeText(ctx),
		...audiences.map((audience) => findTextInForce(ctx.db, audience, today))
	]);
	const currentIds = current.map((text) => text?.id);
	return {
		mayIssue,
		texts: texts.map(({ id, audience, number, title, effectiveOn, inForce }) => ({
			id,
			audience,
			number,
			title,
			effectiveOn,
			inForce,
			state: currentIds.includes(id)
				? ('current' as const)
				: effectiveOn > today
					? ('coming' as const)
					: ('former' as const)
		}))
	};
};
