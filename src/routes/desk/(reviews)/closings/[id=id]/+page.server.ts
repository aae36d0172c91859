import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { yearOf } from '$lib/domain/calendar/calendar';
import {
	confirmReleaseWithdrawalForm,
	lateReasonForm,
	releaseWithdrawalForm,
	takeSnapshotForm
} from '$lib/forms/reviews/closing';
import { act } from '$lib/server/act';
import {
	askReleaseWithdrawal,
	confirmReleaseWithdrawal,
	refuseReleaseWithdrawal,
	takeBackReleaseWithdrawal
} from '$lib/server/releases/release-withdrawals';
import { giveLateReason } from '$lib/server/reviews/late-reasons';
import { takeSnapshot } from '$lib/server/reviews/snapshots';
import { listLateBanquets, listLateRecords, type LateRecord } from '$lib/server/db/reviews/late-records';
import { listSnapshots } from '$lib/server/db/reviews/snapshots';
import { readFigures } from '$lib/server/figures/figures';
import { listUnreported } from '$lib/server/reviews/unreported-months';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { figureDefinitions } from '$lib/ui/figures/figure-definitions';
import type { Actions, PageServerLoad } from './$types';
import { openClosing } from './open-closing';
import { readReleased } from './read-released';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { closing, unit, mayTake } = await openClosing(ctx, params.id);
	const period = { fromOn: closing.fromOn, toOn: closing.toOn };
	const readings = await readFigures(ctx, { scope: unit.id, periods: rangePeriods(period, closing.toOn) });
	const [snapshots, late, banquets, closed, released, unreported] = await Promise.all([
		listSnapshots(ctx.db, closing.id),
		listLateRecords(ctx.db, closing.id),
		listLateBanquets(ctx.db, closing.id),
		readClosedPeriod(ctx, { unitId: unit.id, period, readings }),
		readReleased(ctx, unit.id, yearOf(closing.fromOn)),
		listUnreported(ctx, { unitId: unit.id, period })
	]);
	const reasonOfEnd = endsOf(late);
	const nameOf = (by: { id: string; nameSealed: string } | null) =>
		by && ctx.keys.open(by.nameSealed, 'accounts.name', by.id);
	const { settled, revisions, at } = closed!;
	return {
		newId: ctx.newId(),
		reasonId: ctx.newId(),
		closing: { id: closing.id, ...period },
		unit,
		mayTake,
		released,
		unreported,
		act:
			['closed', 'taken', 'explained', 'asked', 'withdrawn', 'ended'].find((act) => url.searchParams.has(act)) ?? null,
		snapshots: snapshots.map(({ snapshot: { id, number, reason, hash, at }, by }) => ({
			id,
			number,
			reason,
			hash,
			at,
			by: nameOf(by)
		})),
		figures: (await ctx.registry()).figures
			.filter(({ id }) => settled.has(id))
			.map(({ id, unit }) => ({ id, unit, value: settled.get(id) ?? null })),
		revisions: revisions.map(({ late, ...revision }) => ({
			...revision,
			late: late.map(({ at, reason, unit, by, actId }) => ({
				at,
				reason,
				unit,
				by: nameOf(by),
				isKnown: actId !== null
			}))
		})),
		late: late.map(({ by, actId, ...one }) => ({
			...one,
			actId,
			/** The banquet that it is, or is about. */
			banquet: banquets.get(one.number) ?? null,
			reason:
				one.reason ?? reasonOfEnd(one) ?? snapshots.find((later) => isReasonOf(later, one))?.snapshot.reason ?? null,
			by: nameOf(by),
			isSince: one.at >= at,
			mayExplain: actId !== null && (mayTake || (ctx.actor.kind === 'account' && by?.id === ctx.actor.accountId))
		}))
	};
};

/** Whether a snapshot with a reason counted what came late: it was taken afterwards. */
const isReasonOf = ({ snapshot }: { snapshot: { at: number; reason: string } }, { at }: Pick<LateRecord, 'at'>) =>
	snapshot.reason !== '' && snapshot.at >= at;

/** Why records that came late went again, by their type and id: that explains them, too. `late`: the latest first. */
function endsOf(late: readonly LateRecord[]) {
	const removed = late.filter(({ change }) => change === 'removed').toReversed();
	const ends = new Map(removed.map((one) => [`${one.type} ${one.recordId}`, one]));
	return ({ number, type, recordId }: Pick<LateRecord, 'number' | 'type' | 'recordId'>): string | null => {
		const end = ends.get(`${type} ${recordId}`);
		return end && end.number > number ? end.reason : null;
	};
}

export const actions: Actions = {
	take: act(
		takeSnapshotForm,
		(ctx, data, { params }) => takeSnapshot(ctx, { ...data, closingId: params.id, definitions: figureDefinitions }),
		{ to: ({ params }) => `/desk/closings/${params.id}?taken` }
	),
	withdraw: act(
		releaseWithdrawalForm,
		async (ctx, data, { params }) => {
			const { closing } = await openClosing(ctx, params.id);
			return askReleaseWithdrawal(ctx, { ...data, unitId: closing.unitId, year: yearOf(closing.fromOn) });
		},
		{ field: 'figure', to: ({ params }) => `/desk/closings/${params.id}?asked` }
	),
	confirm: act(confirmReleaseWithdrawalForm, confirmReleaseWithdrawal, {
		to: ({ params }) => `/desk/closings/${params.id}?withdrawn`
	}),
	takeBack: act(confirmReleaseWithdrawalForm, takeBackReleaseWithdrawal, {
		to: ({ params }) => `/desk/closings/${params.id}?ended`
	}),
	refuse: act(confirmReleaseWithdrawalForm, refuseReleaseWithdrawal, {
		to: ({ params }) => `/desk/closings/${params.id}?ended`
	}),
	explain: act(lateReasonForm, (ctx, { chosen, ...data }) => giveLateReason(ctx, { ...data, actIds: chosen }), {
		to: ({ params }) => `/desk/closings/${params.id}?explained`
	})
};
