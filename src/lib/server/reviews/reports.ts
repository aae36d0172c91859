import { yearOf } from '$lib/domain/calendar/calendar';
import { reportTemplate } from '$lib/domain/reviews/report-template';
import { faultsIn, figuresIn, readReportText } from '$lib/domain/reviews/report-text';
import type { Result } from '$lib/domain/result';
import { isTownLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { findDraft, insertDraftFigures, insertReportDraft } from '$lib/server/db/reviews/report-drafts';
import { findReport, findReportOf, insertReport } from '$lib/server/db/reviews/reports';
import { findUnit } from '$lib/server/db/units/units';
import { findAnswer, recordAct, stampOf, type Statements } from '../record-act';
import { maySteer } from '../people/rights';
import { readReportReadings } from './report-readings';

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
	const answered = await findAnswer(ctx, { id, verb: 'beginReport', subjectId: id });
	if (answered) return answered;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !isTownLevel(unit.kind)) return { ok: false, refusal: 'unit-not-a-town' };
	if (year > yearOf(ctx.today())) return { ok: false, refusal: 'report-year-ahead' };
	const last = from === 'last-year' ? await findReportOf(ctx.db, unitId, year - 1) : null;
	const text = last && (await findDraft(ctx.db, last.report.id));
	const body = text?.draft.body ?? reportTemplate(await ctx.registry(), year);
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
	const answered = await findAnswer(ctx, { id, verb: 'saveReport', subjectId: reportId });
	if (answered) return answered;
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (faultsIn(readReportText(body, await ctx.registry())).length > 0)
		return { ok: false, refusal: 'report-text-faulty' };
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
	const [readings, registry] = await Promise.all([
		readReportReadings(ctx, { unitId, year, today: ctx.today() }),
		ctx.registry()
	]);
	const rows = figuresIn(readReportText(draft.body, registry)).map((figure) => ({
		draftId: draft.id,
		figure,
		...readings.get(figure)!
	}));
	return [
		insertReportDraft(ctx.db, { ...draft, ...stampOf(ctx) }),
		...(rows.length > 0 ? [insertDraftFigures(ctx.db, rows)] : [])
	];
}
