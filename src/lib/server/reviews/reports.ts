import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import type { FigureId } from '$lib/domain/figures/figure';
import type { ReportReading } from '$lib/domain/reviews/report-figure';
import { reportTemplate } from '$lib/domain/reviews/report-template';
import { changedFigures, faultsIn, figuresIn, readReportText } from '$lib/domain/reviews/report-text';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Result } from '$lib/domain/result';
import { isTownLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import type { Database } from '$lib/server/db/client';
import { findLatestSnapshot, listSnapshotFigures } from '$lib/server/db/reviews/closings';
import {
	findDraft,
	findReport,
	findReportOf,
	insertDraftFigures,
	insertReport,
	insertReportDraft,
	insertReportPublication,
	insertReportWithdrawal,
	type DraftFigure
} from '$lib/server/db/reviews/reports';
import { readTargets } from '$lib/server/db/targets/targets';
import { findUnit } from '$lib/server/db/units/units';
import { readFigures } from '../figures/figures';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayAdminister, maySteer } from '../people/rights';

/** Every figure of a year as a review prints it: this year, last year, and the unit's own targets of both. `today`: the town's date. */
export async function readReportReadings(
	db: Database,
	{ unitId, year, today }: { unitId: string; year: number; today: string }
): Promise<Map<FigureId, ReportReading>> {
	const [readings, now, before] = await Promise.all([
		readFigures(db, { scope: unitId, periods: reportingPeriods(year, today) }),
		readTargets(db, unitId, year),
		readTargets(db, unitId, year - 1)
	]);
	const targetOf = ({ targets }: typeof now, id: string) =>
		targets.find((one) => one.figure === id && one.unitId === unitId)?.value ?? null;
	return new Map(
		readings.map(({ id, value, previous }) => [
			id,
			{ value, previous, target: targetOf(now, id), previousTarget: targetOf(before, id) }
		])
	);
}

/** The figures of a draft as `printReport` takes them. */
export function readingsOfDraft(figures: readonly DraftFigure[]): Map<FigureId, ReportReading> {
	return new Map(
		figures.map(({ figure, value, previous, target, previousTarget }) => [
			figure,
			{ value, previous, target, previousTarget }
		])
	);
}

export interface BeginReportCommand {
	/** Of the report, of its first draft and of the act. */
	id: string;
	unitId: string;
	year: number;
	/** What the first draft is: the town's template, or the last text of the year before, its figures filled in anew. */
	from: 'template' | 'last-year';
}

export type BeginReportRefusal = 'not-your-unit' | 'unit-not-a-town' | 'report-already-begun' | 'report-year-ahead';

/** Begins a town's review of a year with its first draft, by staff of the town. Without a text of last year the template serves. */
export async function beginReport(
	ctx: Context,
	{ id, unitId, year, from }: BeginReportCommand
): Promise<Result<object, BeginReportRefusal>> {
	if (await hasLanded(ctx.db, { id, subjectId: id })) return { ok: true };
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !isTownLevel(unit.kind)) return { ok: false, refusal: 'unit-not-a-town' };
	if (year > yearOf(ctx.today())) return { ok: false, refusal: 'report-year-ahead' };
	const last = from === 'last-year' ? await findReportOf(ctx.db, unitId, year - 1) : null;
	const text = last && (await findDraft(ctx.db, last.report.id));
	const body = text?.draft.body ?? reportTemplate;
	return recordAct(
		ctx,
		{ id, verb: 'beginReport', subject: { type: 'report', id }, unitId, detail: { year, from } },
		[
			insertReport(ctx.db, { id, unitId, year, ...stampOf(ctx) }),
			...(await draftStatements(ctx, { id, reportId: id, unitId, year, number: 1, body }))
		],
		{ 'reports.unit_id': 'report-already-begun' } as const
	);
}

export interface SaveReportCommand {
	/** Of the draft and of the act. */
	id: string;
	reportId: string;
	/** The draft the writer had on the screen. A writer saves only over a draft they have seen. */
	seen: number;
	body: string;
}

export type SaveReportRefusal = 'report-unknown' | 'not-your-unit' | 'report-moved-on' | 'report-text-faulty';

/**
 * Saves the text as the next draft, by staff of the town, with the figures of now: those that had changed are thereby
 * accepted. Refusals: another writer saved meanwhile; a placeholder that is none (`faultsIn` says which).
 */
export async function saveReport(
	ctx: Context,
	{ id, reportId, seen, body }: SaveReportCommand
): Promise<Result<object, SaveReportRefusal>> {
	if (await hasLanded(ctx.db, { id, subjectId: reportId })) return { ok: true };
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (faultsIn(readReportText(body)).length > 0) return { ok: false, refusal: 'report-text-faulty' };
	const number = seen + 1;
	return recordAct(
		ctx,
		{ id, verb: 'saveReport', subject: { type: 'report', id: reportId }, unitId, detail: { year, number } },
		await draftStatements(ctx, { id, reportId, unitId, year, number, body }),
		{ 'refusal:report-moved-on': 'report-moved-on' } as const
	);
}

type NewDraft = { id: string; reportId: string; unitId: string; year: number; number: number; body: string };

async function draftStatements(ctx: Context, { unitId, year, ...draft }: NewDraft): Promise<Statements> {
	const readings = await readReportReadings(ctx.db, { unitId, year, today: ctx.today() });
	const rows = figuresIn(readReportText(draft.body)).map((figure) => ({
		draftId: draft.id,
		figure,
		...readings.get(figure)!
	}));
	return [
		insertReportDraft(ctx.db, { ...draft, ...stampOf(ctx) }),
		...(rows.length > 0 ? [insertDraftFigures(ctx.db, rows)] : [])
	];
}

export interface PublishReportCommand {
	/** Of the publication and of the act. */
	id: string;
	reportId: string;
	/** The draft that was read before publishing. */
	draft: number;
}

export type PublishReportRefusal =
	'report-unknown' | 'not-your-unit' | 'report-not-closed' | 'report-figures-changed' | 'report-moved-on';

/**
 * Makes the last draft public, by an administrator of the town. What is public is settled first: the year is closed,
 * and the draft's figures are those of its latest snapshot. Refusals: the year is open; a figure differs; another
 * writer saved meanwhile.
 */
export async function publishReport(
	ctx: Context,
	{ id, reportId, draft: number }: PublishReportCommand
): Promise<Result<object, PublishReportRefusal>> {
	if (await hasLanded(ctx.db, { id, subjectId: reportId })) return { ok: true };
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const [last, closed] = await Promise.all([
		findDraft(ctx.db, reportId),
		findLatestSnapshot(ctx.db, unitId, yearBounds(year))
	]);
	if (last?.draft.number !== number) return { ok: false, refusal: 'report-moved-on' };
	if (!closed) return { ok: false, refusal: 'report-not-closed' };
	if (!(await areSettled(ctx.db, last, closed.snapshot.id))) return { ok: false, refusal: 'report-figures-changed' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'publishReport',
			subject: { type: 'report', id: reportId },
			unitId,
			detail: { year, draft: number, snapshot: closed.snapshot.number }
		},
		[
			insertReportPublication(ctx.db, {
				id,
				reportId,
				draftId: last.draft.id,
				snapshotId: closed.snapshot.id,
				...stampOf(ctx)
			})
		],
		{ 'refusal:report-not-closed': 'report-not-closed', 'refusal:report-moved-on': 'report-moved-on' } as const
	);
}

/** Whether a draft prints what the snapshot says; targets are no figures, and are taken as the draft has them. */
async function areSettled(
	db: Database,
	{ draft, figures }: { draft: { body: string }; figures: readonly DraftFigure[] },
	snapshotId: string
): Promise<boolean> {
	const before = readingsOfDraft(figures);
	const readings = settledReadings(before, await listSnapshotFigures(db, snapshotId));
	return changedFigures(readReportText(draft.body), { readings, before }).length === 0;
}

/** A draft's figures with the numbers of a snapshot in place of its own. */
export function settledReadings(
	drafted: ReadonlyMap<FigureId, ReportReading>,
	settled: readonly { figure: string; value: number | null; previous: number | null }[]
): Map<FigureId, ReportReading> {
	return new Map(
		[...drafted].map(([id, reading]) => {
			const kept = settled.find(({ figure }) => figure === id);
			return [id, { ...reading, value: kept?.value ?? null, previous: kept?.previous ?? null }];
		})
	);
}

export interface WithdrawReportCommand {
	/** The act's own id. */
	id: string;
	reportId: string;
	reason: string;
}

/**
 * Takes a published review back, by an administrator of the town; the reason is kept. The drafts stay, and a later one
 * can be published.
 */
export async function withdrawReport(
	ctx: Context,
	{ id, reportId, reason }: WithdrawReportCommand
): Promise<Result<object, 'report-unknown' | 'not-your-unit' | 'report-not-published' | 'report-moved-on'>> {
	if (await hasLanded(ctx.db, { id, subjectId: reportId })) return { ok: true };
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const { publication } = found;
	if (!publication || publication.withdrawnAt !== null) return { ok: false, refusal: 'report-not-published' };
	return recordAct(
		ctx,
		{ id, verb: 'withdrawReport', subject: { type: 'report', id: reportId }, unitId, detail: { year }, reason },
		[insertReportWithdrawal(ctx.db, { publicationId: publication.id, reason, ...stampOf(ctx) })],
		{
			'report_withdrawals.publication_id': 'report-not-published',
			'refusal:report-moved-on': 'report-moved-on'
		} as const
	);
}
