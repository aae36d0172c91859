import { error } from '@sveltejs/kit';
import { audiences } from '$lib/domain/pledges/pledge';
import { comparePledgeTexts } from '$lib/domain/pledges/pledge-diff';
import { listTextsSoFar } from '$lib/server/db/pledges/pledge-texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const audience = audiences.find((one) => one === url.searchParams.get('for')) ?? 'household';
	const texts = await listTextsSoFar(ctx.db, audience, ctx.today());
	const at = texts.findIndex(({ number }) => String(number) === params.number);
	const text = texts[at];
	if (!text) error(404);
	const before = texts[at + 1];
	return {
		audience,
		text,
		versions: texts.map(({ number, effectiveOn }, nth) => ({ number, effectiveOn, isCurrent: nth === 0 })),
		change: before ? { before: before.number, lines: comparePledgeTexts(before.body, text.body) } : null
	};
};
