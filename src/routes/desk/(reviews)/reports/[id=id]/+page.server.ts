import { error, fail, redirect } from '@sveltejs/kit';
import type { Registry } from '$lib/domain/figures/registry';
import { compareLines } from '$lib/domain/pledges/pledge-diff';
import { changedFigures, printedOtherwise, printReport } from '$lib/domain/reviews/printed-report';
import { faultsIn, placeholderOf, readReportText } from '$lib/domain/reviews/report-text';
import { isUsedUp } from '$lib/domain/form-contents';
import { typedNumbersIn, typedWithheld } from '$lib/domain/reviews/typed-numbers';
import { saveReportForm } from '$lib/forms/reviews/report';
import type { Context } from '$lib/server/context';
import { findDraft, listDrafts } from '$lib/server/db/reviews/report-drafts';
import { readForm } from '$lib/server/form';
import { readingsOfDraft } from '$lib/server/reviews/report-readings';
import { saveReport } from '$lib/server/reviews/reports';
import type { Actions, PageServerLoad } from './$types';
import { openReport } from './open-report';
import { readFacts } from './read-facts';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const opened = await openReport(ctx, params.id);
	const { report, unit, publication, mayEdit } = opened;
	if (!mayEdit) redirect(303, `/desk/reports/${params.id}/read`);
	const registry = await ctx.registry();
	const [last, facts, drafts] = await Promise.all([
		findDraft(ctx.db, report.id),
		readFacts(ctx, opened),
		listDrafts(ctx.db, report.id)
	]);
	const { counted } = facts;
	const { draft, figures: saved } = last!;
	const before = readingsOfDraft(saved);
	const by = drafts[0]?.by;
	return {
		newId: ctx.newId(),
		report: { id: report.id, year: report.year, unit },
		publication,
		draft: {
			number: draft.number,
			body: draft.body,
			at: draft.at,
			by: by && ctx.keys.open(by.nameSealed, 'accounts.name', by.id)
		},
		savedNumber: url.searchParams.get('saved'),
		changed: changedFigures(readReportText(draft.body, registry), { readings: counted, before }).map((figure) => ({
			figure,
			was: before.get(figure)?.value ?? null,
			is: counted.get(figure)?.value ?? null
		})),
		...remarksOn(draft.body, registry, facts),
		figures: registry.figures.map(({ id, unit }) => ({
			id,
			unit,
			placeholder: placeholderOf(id, registry),
			value: counted.get(id)?.value ?? null
		}))
	};
};

type Facts = Awaited<ReturnType<typeof readFacts>>;

/** What is wrong with a text, what of it has no data yet or reads otherwise in public, and numbers typed by hand. */
function remarksOn(body: string, registry: Registry, facts: Facts) {
	const lines = readReportText(body, registry);
	const missing = printReport(lines, facts).flatMap(({ number, parts }) =>
		parts.flatMap(({ figure, isMissing }) => (figure && isMissing ? { line: number, figure } : []))
	);
	const advice = typedNumbersIn(lines, registry);
	return {
		faults: faultsIn(lines),
		advice,
		typedWithheld: typedWithheld(advice, facts),
		missing,
		otherwise: printedOtherwise(lines, facts)
	};
}

const factsOf = async (ctx: Context, id: string): Promise<Facts> => readFacts(ctx, await openReport(ctx, id));

export const actions: Actions = {
	save: async ({ request, locals: { context: ctx }, params }) => {
		const form = await readForm(request, saveReportForm);
		if (!form.ok) return form.failure;
		const { id, seen, body } = form.data;
		const result = await saveReport(ctx, { id, reportId: params.id, seen, body });
		if (result.ok) redirect(303, `/desk/reports/${params.id}?saved=${seen + 1}`);
		if (result.refusal === 'report-unknown') error(404);
		if (result.refusal === 'not-your-unit') error(403);
		if (isUsedUp(result.refusal)) return form.refuse(result.refusal);
		const values = { id, body, seen: `${seen}` };
		if (result.refusal === 'report-text-faulty') {
			const errors = { body: 'report-text-faulty' as const };
			return fail(400, {
				values,
				errors,
				checked: remarksOn(body, await ctx.registry(), await factsOf(ctx, params.id))
			});
		}
		// Both are shown, so the writer has seen the other one before saving again.
		const theirs = (await findDraft(ctx.db, params.id))!.draft;
		const lines = compareLines(theirs.body.split('\n').filter(Boolean), body.split('\n').filter(Boolean));
		return fail(409, {
			values: { ...values, seen: `${theirs.number}` },
			errors: { form: 'report-moved-on' as const },
			conflict: { number: theirs.number, lines }
		});
	},
	check: async ({ request, locals: { context: ctx }, params }) => {
		const form = await readForm(request, saveReportForm);
		if (!form.ok) return form.failure;
		const { id, seen, body } = form.data;
		const [facts, registry] = [await factsOf(ctx, params.id), await ctx.registry()];
		return {
			values: { id, body, seen: `${seen}` },
			checked: remarksOn(body, registry, facts),
			preview: printReport(readReportText(body, registry), facts)
		};
	}
};
