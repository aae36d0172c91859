import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Result } from '$lib/domain/result';
import type { Release } from '$lib/domain/releases/release';
import { replacedKinds } from '$lib/domain/releases/release-anew';
import { writeDefinitions, writeSnapshot } from '$lib/domain/reviews/snapshot';
import type { Context } from '../context';
import { aside } from '$lib/server/db/aside';
import { findClosing, readBeforeSnapshot } from '$lib/server/db/reviews/closings';
import { insertReleases, insertReplacedReleases } from '$lib/server/db/releases/releases';
import { insertSnapshot, insertSnapshotFigures, insertSnapshotLists } from '$lib/server/db/reviews/snapshots';
import { findAnswer, recordAct, stampOf, type Statements } from '../record-act';
import { mayAdminister } from '../people/rights';
import { tellReleases } from '../releases/tell-releases';
import { countPeriod, hashOf, type DefineFigures } from './counted-figures';

/** How often a snapshot begins again when another act is written while it counts. */
const mostTries = 8;

export interface TakeSnapshotCommand {
	/** Of the snapshot and of the act. */
	id: string;
	closingId: string;
	reason: string;
	definitions: DefineFigures;
}

/**
 * Takes the figures of a closed period again, late records included, as the unit's next snapshot; by its
 * administrator, with a reason.
 */
export async function takeSnapshot(
	ctx: Context,
	{ id, closingId, reason, definitions }: TakeSnapshotCommand
): Promise<Result<object, 'not-your-unit' | 'closing-unknown' | 'records-moved-on'>> {
	const answered = await findAnswer(ctx, { id, verb: 'takeSnapshot', subjectId: closingId });
	if (answered) return answered;
	const found = await findClosing(ctx.db, closingId);
	if (!found) return { ok: false, refusal: 'closing-unknown' };
	const { unitId, fromOn, toOn } = found.closing;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const snapshot = { id, closingId, unitId, period: { fromOn, toOn }, reason, definitions };
	const kept = await recordSnapshot(ctx, { id, verb: 'takeSnapshot' }, snapshot);
	if (!kept.ok && kept.refusal === 'period-already-closed') throw new Error('a second snapshot closes no period');
	return kept as Result<object, 'records-moved-on'>;
}

interface NewSnapshot {
	id: string;
	closingId: string;
	unitId: string;
	period: Period;
	reason: string;
	definitions: DefineFigures;
}

/**
 * Counts a period and writes its figures as the unit's next snapshot, with what it releases, as the act `verb`; `besides` lands in the same
 * batch. When another write comes while it counts, it counts again.
 */
export async function recordSnapshot(
	ctx: Context,
	{ id, verb, span }: { id: string; verb: string; span?: string },
	{ id: snapshotId, closingId, unitId, period, reason, definitions }: NewSnapshot,
	besides: Statements = []
): Promise<Result<object, 'period-already-closed' | 'records-moved-on'>> {
	for (let tries = 1; ; tries++) {
		const before = await readBeforeSnapshot(ctx.db, unitId);
		if (before.isActGoingOn) return { ok: false, refusal: 'records-moved-on' };
		const { figures, lists } = await countPeriod(ctx, unitId, period, definitions);
		const { releases, replaced } = await tellReleases(aside(ctx.db), { unitId, period });
		const stamp = stampOf(ctx);
		const number = before.number + 1;
		const head = { unitId, number, reason, previousHash: before.hash, definitions: hashOf(writeDefinitions(figures)) };
		const hash = hashOf(writeSnapshot({ ...head, ...period, ...stamp }, figures));
		const kept = await recordAct(
			ctx,
			{
				id,
				verb,
				unitId,
				subject: { type: 'closing', id: closingId },
				detail: { span, number, hash },
				...(reason !== '' && { reason })
			},
			[
				...besides,
				insertSnapshot(ctx.db, { ...head, id: snapshotId, closingId, hash, seenActs: before.seenActs, ...stamp }),
				insertSnapshotLists(ctx.db, lists),
				insertSnapshotFigures(
					ctx.db,
					figures.map((figure) => ({ ...figure, snapshotId }))
				),
				...replaced.map((of) => insertReplacedReleases(ctx.db, { ...of, unitId, kinds: replacedKinds, snapshotId })),
				...releasesOf(ctx, releases, { unitId, snapshotId, at: stamp.at })
			],
			{ 'refusal:records-moved-on': 'records-moved-on', 'closings.unit_id': 'period-already-closed' } as const
		);
		if (kept.ok || kept.refusal !== 'records-moved-on' || tries === mostTries) return kept;
	}
}

function releasesOf(
	ctx: Context,
	releases: readonly Release[],
	of: { unitId: string; snapshotId: string; at: number }
): Statements {
	if (releases.length === 0) return [];
	return [
		insertReleases(
			ctx.db,
			releases.map(({ cells, ...release }) => ({ ...release, ...of, cells: [...cells], id: ctx.newId() }))
		)
	];
}
