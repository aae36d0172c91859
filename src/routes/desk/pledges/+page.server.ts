import { maskName } from '$lib/domain/people/person-name';
import { villageKinds } from '$lib/domain/units/unit';
import { narrowedTo } from '$lib/domain/units/unit-choice';
import { maskPhone } from '$lib/domain/people/phone';
import { audiences, coverage } from '$lib/domain/pledges/pledge';
import { totalCoverage } from '$lib/domain/pledges/pledge-coverage';
import { countPledges, listPledges, type PledgeFilter } from '$lib/server/db/pledges/pledges';
import { countUnconfirmedPledges } from '$lib/server/db/pledges/unconfirmed-pledges';
import { listCoverage } from '$lib/server/db/figures/village-coverage';
import { numberedPage } from '$lib/server/numbered-pages';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { mayIssuePledgeText } from '$lib/server/pledges/pledge-texts';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const { db, keys } = ctx;
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const choice = await readUnitChoice(ctx, url.searchParams, {
		name: 'village',
		scope,
		kinds: villageKinds
	});
	const filter = readFilter(url.searchParams, today, narrowedTo(choice));
	const [list, count, villages, mayIssue, unconfirmed] = await Promise.all([
		listPledges(db, scope, filter, readCursor(url.searchParams, 'date')),
		countPledges(db, scope, filter),
		listCoverage(db, scope, today),
		mayIssuePledgeText(ctx),
		countUnconfirmedPledges(db, scope)
	]);
	const covered = villages.map((village) => ({
		...village,
		percent: village.registered === null ? null : coverage(village.pledged, village.registered)
	}));
	return {
		filter,
		count,
		today,
		mayIssue,
		unconfirmed,
		isFiltered: Object.values(filter).some((value) => value !== undefined),
		choice,
		villages: numberedPage(url.searchParams, covered, { name: 'villages', size: 15 }),
		onOlder: villages.reduce((sum, { pledged, onCurrent }) => sum + pledged - onCurrent, 0),
		total: villages.length > 1 ? totalCoverage(villages) : null,
		pledges: list.rows.map(({ pledge, ...row }) => ({
			...row,
			id: pledge.id,
			audience: pledge.audience,
			signedOn: pledge.signedOn,
			isOnPaper: pledge.isOnPaper,
			isConfirmed: pledge.isConfirmed,
			name: maskName(keys.open(pledge.nameSealed, 'pledges.name', pledge.id)),
			phone: maskPhone(keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id))
		})),
		...pageLinks(url.searchParams, list, ({ pledge }) => ({ key: pledge.signedOn, id: pledge.id }))
	};
};

function readFilter(query: URLSearchParams, today: string, villageId: string | undefined): PledgeFilter {
	const state = query.get('state');
	return {
		villageId,
		audience: audiences.find((audience) => audience === query.get('audience')),
		isWithdrawn: state === 'withdrawn' ? true : state === 'in-force' ? false : undefined,
		olderOn: state === 'older' ? today : undefined
	};
}
