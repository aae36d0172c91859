import { createHash } from 'node:crypto';
import { boundsOf, parseSpan } from '$lib/domain/reviews/closing';
import { figures, findFigure, type FigureId } from '$lib/domain/figures/figure';
import { rangePeriods, type Period } from '$lib/domain/calendar/reporting-period';
import type { Result } from '$lib/domain/result';
import {
	compareRecords,
	readRecordList,
	writeDefinitions,
	writeRecordList,
	writeSnapshot,
	type RecordChanges,
	type SnapshotFigure
} from '$lib/domain/reviews/snapshot';
import { isTownLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import type { Database } from '$lib/server/db/client';
import {
	findClosing,
	findLateAct,
	findSnapshot,
	insertClosing,
	insertLateReason,
	insertSnapshot,
	insertSnapshotFigures,
	insertSnapshotLists,
	listCountedRecords,
	listSnapshotFigures,
	readBeforeSnapshot,
	readLists
} from '$lib/server/db/reviews/closings';
import { findUnit } from '$lib/server/db/units/units';
import { readFigures } from '../figures/figures';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayAdminister } from '../people/rights';

/** The definitions of the figures in words, both languages. The services know no words, so the caller brings them. */
export type WordedDefinitions = Record<FigureId, { 'zh-CN': string; en: string }>;

export interface ClosePeriodCommand {
	/** Of the closing and of the act. */
	id: string;
	snapshotId: string;
	unitId: string;
	/** 2024, 2024-Q3 or 2024-05. */
	span: string;
	definitions: WordedDefinitions;
}

export type ClosePeriodRefusal =
	'not-your-unit' | 'unit-not-a-town' | 'span-wrong' | 'period-not-over' | 'period-already-closed' | 'records-moved-on';

/** How often a snapshot begins again when another act is written while it counts. */
const mostTries = 8;

/**
 * Closes a month, quarter or year of a town (结账), by its administrator, with its first snapshot. Records that come later are not
 * refused; they show as revisions. Refusals: the period is not over; it is closed already; others kept writing.
 */
export async function closePeriod(
	ctx: Context,
	{ id, snapshotId, unitId, span, definitions }: ClosePeriodCommand
): Promise<Result<object, ClosePeriodRefusal>> {
	if (await hasLanded(ctx.db, { id, subjectId: id })) return { ok: true };
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !isTownLevel(unit.kind)) return { ok: false, refusal: 'unit-not-a-town' };
	const parsed = parseSpan(span);
	if (!parsed) return { ok: false, refusal: 'span-wrong' };
	const period = boundsOf(parsed);
	if (period.toOn >= ctx.today()) return { ok: false, refusal: 'period-not-over' };
	const snapshot = { id: snapshotId, closingId: id, unitId, period, reason: '', definitions };
	return recordSnapshot(ctx, { id, verb: 'closePeriod', span }, snapshot, [
		insertClosing(ctx.db, { id, unitId, ...period, ...stampOf(ctx) })
	]);
}

export interface TakeSnapshotCommand {
	/** Of the snapshot and of the act. */
	id: string;
	closingId: string;
	reason: string;
	definitions: WordedDefinitions;
}

/**
 * Takes the figures of a closed period again, late records included, as the unit's next snapshot; by its
 * administrator, with a reason.
 */
export async function takeSnapshot(
	ctx: Context,
	{ id, closingId, reason, definitions }: TakeSnapshotCommand
): Promise<Result<object, 'not-your-unit' | 'closing-unknown' | 'records-moved-on'>> {
	if (await hasLanded(ctx.db, { id, subjectId: closingId })) return { ok: true };
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
	definitions: WordedDefinitions;
}

async function recordSnapshot(
	ctx: Context,
	{ id, verb, span }: { id: string; verb: string; span?: string },
	{ id: snapshotId, closingId, unitId, period, reason, definitions }: NewSnapshot,
	besides: Statements = []
): Promise<Result<object, 'period-already-closed' | 'records-moved-on'>> {
	for (let tries = 1; ; tries++) {
		const before = await readBeforeSnapshot(ctx.db, unitId);
		const { figures, lists } = await countPeriod(ctx.db, unitId, period, definitions);
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
				)
			],
			{ 'refusal:records-moved-on': 'records-moved-on', 'closings.unit_id': 'period-already-closed' } as const
		);
		if (kept.ok || kept.refusal !== 'records-moved-on' || tries === mostTries) return kept;
	}
}

/** A figure counted from records, with those records as the text that is hashed. */
export interface CountedFigure {
	id: FigureId;
	value: number | null;
	previous: number | null;
	recordCount: number;
	list: string;
	listHash: string;
}

/** Every figure of a unit's period that is over, as its records say now, in the registry's order. */
export async function countFigures(db: Database, unitId: string, period: Period): Promise<CountedFigure[]> {
	// The period is over: `today` may be its last day, and nothing is cut off.
	const periods = rangePeriods(period, period.toOn);
	const [readings, records] = await Promise.all([
		readFigures(db, { scope: unitId, periods }),
		listCountedRecords(db, unitId, period)
	]);
	return readings.map(({ id, value, previous }) => {
		const behind = records.get(id)!;
		const list = writeRecordList(behind);
		return { id, value, previous, recordCount: behind.length, list, listHash: hashOf(list) };
	});
}

async function countPeriod(db: Database, unitId: string, period: Period, definitions: WordedDefinitions) {
	const counted = await countFigures(db, unitId, period);
	const lists = new Map(counted.map(({ listHash, list }) => [listHash, list]));
	return {
		figures: counted.map(({ id, list: _, ...counts }): SnapshotFigure => {
			const { unit, source } = findFigure(id)!;
			return { figure: id, ...counts, definition: JSON.stringify({ unit, source, words: definitions[id] }) };
		}),
		lists: [...lists].map(([hash, list]) => ({ hash, list }))
	};
}

/** SHA-256 in hex of a text in UTF-8. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface GiveLateReasonCommand {
	/** Of the reason and of the act that gives it. */
	id: string;
	/** The late act. */
	actId: string;
	reason: string;
}

/**
 * Says why a record of a closed period came or changed late: by the account that did it, or by the administrator of
 * the unit.
 */
export async function giveLateReason(
	ctx: Context,
	{ id, actId, reason }: GiveLateReasonCommand
): Promise<Result<object, 'not-your-unit' | 'late-act-unknown'>> {
	const act = await findLateAct(ctx.db, actId);
	if (!act) return { ok: false, refusal: 'late-act-unknown' };
	const isOwn = ctx.actor.kind === 'account' && ctx.actor.accountId === act.byId;
	const unitId = act.unitIds[0]!;
	if (!isOwn && !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(ctx, { id, verb: 'giveLateReason', subject: { type: 'late-act', id: actId }, unitId, reason }, [
		insertLateReason(ctx.db, { id, actId, reason, ...stampOf(ctx) })
	]);
}

/** A figure of two snapshots side by side. */
export interface ComparedFigure extends RecordChanges {
	figure: string;
	before: number | null;
	after: number | null;
	isDefinedOtherwise: boolean;
}

/** What differs between two snapshots of one period, in the registry's order; null when either is not there or they are of different periods. */
export async function compareSnapshots(db: Database, earlierId: string, laterId: string) {
	const [earlier, later] = await Promise.all([findSnapshot(db, earlierId), findSnapshot(db, laterId)]);
	if (!earlier || !later || earlier.closing.id !== later.closing.id) return null;
	const [before, after] = await Promise.all([listSnapshotFigures(db, earlierId), listSnapshotFigures(db, laterId)]);
	return { earlier, later, figures: await compareFigures(db, before, after) };
}

async function compareFigures(
	db: Database,
	before: readonly SnapshotFigure[],
	after: readonly SnapshotFigure[]
): Promise<ComparedFigure[]> {
	const pairs = figures.flatMap(({ id }) => {
		const [was, is] = [before.find(({ figure }) => figure === id), after.find(({ figure }) => figure === id)];
		const isSame = was?.value === is?.value && was?.listHash === is?.listHash && was?.definition === is?.definition;
		return isSame ? [] : { id, was, is };
	});
	const lists = await readLists(
		db,
		pairs.flatMap(({ was, is }) => [was, is].flatMap((one) => one?.listHash ?? []))
	);
	const recordsOf = (figure: SnapshotFigure | undefined) => readRecordList(lists.get(figure?.listHash ?? '') ?? '');
	return pairs.map(({ id, was, is }) => ({
		figure: id,
		before: was?.value ?? null,
		after: is?.value ?? null,
		isDefinedOtherwise: was !== undefined && is !== undefined && was.definition !== is.definition,
		...compareRecords(recordsOf(was), recordsOf(is))
	}));
}
