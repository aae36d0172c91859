import { audiences, type Audience } from '$lib/domain/pledges/pledge';
import type { ReleasedCell } from '$lib/domain/releases/release';
import { villageKinds } from '$lib/domain/units/unit';
import { signPledgeForm } from '$lib/forms/pledges/pledge';
import { act } from '$lib/server/act';
import { actAs } from '$lib/server/context';
import { sentTo } from '$lib/server/form';
import { findTextInForce } from '$lib/server/db/pledges/pledge-texts';
import { numberedPage, villagesOnPage } from '$lib/server/numbered-pages';
import { latestCoverage } from '$lib/server/releases/latest-coverage';
import { signPledge } from '$lib/server/pledges/pledges';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { grantSlip } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const ctx = event.locals.context;
	const audience = readAudience(url.searchParams.get('for'));
	const today = ctx.today();
	const root = await ctx.rootUnit();
	const [text, coverage, choice] = await Promise.all([
		findTextInForce(ctx.db, audience, today),
		root ? latestCoverage(ctx.db, root.id, today) : null,
		readUnitChoice(ctx, sentTo(event), {
			name: 'villageId',
			scope: root?.id ?? '',
			kinds: villageKinds
		})
	]);
	return {
		id: ctx.newId(),
		audience,
		text,
		today,
		choice,
		coverage: coverage && { on: coverage.on, town: coverage.town },
		shown: numberedPage<ReleasedCell>(url.searchParams, coverage?.villages ?? [], {
			name: 'villages',
			size: villagesOnPage,
			anchor: 'coverage'
		})
	};
};

/** A pledge is signed as a villager, also when the signer is signed in as staff. */
export const actions: Actions = {
	default: act(
		signPledgeForm,
		async (ctx, data, { cookies, url }) => {
			const result = await signPledge(ctx, data);
			if (result.ok) grantSlip(cookies, ctx.keys, data.id, ctx.now(), url.protocol === 'https:');
			return result;
		},
		{
			as: ({ locals }) => actAs(locals.context, { kind: 'visitor' }),
			mayTry: (throttle, address) => throttle.takeSignup(address),
			field: { 'village-unknown': 'villageId' },
			to: (_, _result, { id }) => `/pledge/${id}`
		}
	)
};

const readAudience = (typed: string | null): Audience => audiences.find((one) => one === typed) ?? 'household';
