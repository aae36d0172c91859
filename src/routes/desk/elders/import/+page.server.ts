import { error, fail, redirect } from '@sveltejs/kit';
import type { Calendar } from '$lib/domain/elder';
import { isVillageLevel, unitKinds } from '$lib/domain/unit';
import { listUnits } from '$lib/server/db/units';
import { checkElderLines, importElders, readElderFile, type ElderLine } from '$lib/server/elder-import';
import type { Context } from '$lib/server/context';
import { mayActFor, scopeOf } from '$lib/server/rights';
import type { ErrorCode } from '$lib/ui/error-words';
import { cellOfFault, readCalendar, readPostedLines } from './read-lines';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const villages = await listUnits(ctx.db, scopeOf(ctx), unitKinds.filter(isVillageLevel));
	const asked = url.searchParams.get('village');
	return {
		villages: villages.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		villageId: villages.length === 1 ? villages[0]!.id : (villages.find(({ id }) => id === asked)?.id ?? '')
	};
};

export const actions: Actions = {
	/** Reads the uploaded file and shows what each line becomes. */
	read: async ({ request, locals }) => {
		const ctx = locals.context;
		const form = await request.formData();
		const villageId = String(form.get('villageId') ?? '');
		const file = form.get('file');
		const refuse = (field: string, code: ErrorCode) =>
			fail(400, { values: { villageId }, errors: { [field]: code } as Record<string, ErrorCode>, preview: null });
		if (!(await isOwnVillage(ctx, villageId))) return refuse('villageId', 'village-missing');
		if (!(file instanceof File) || file.size === 0) return refuse('file', 'file-missing');
		const read = await readElderFile(ctx, new Uint8Array(await file.arrayBuffer()));
		if (!read.ok) return refuse('file', read.refusal);
		const { leftOut, unknown } = read.table;
		const preview = await preparePreview(ctx, { id: ctx.newId(), villageId, calendar: null, lines: read.lines });
		return { values: { villageId }, errors: {}, preview: { ...preview, leftOut, unknown } };
	},
	/** Looks again at the mended lines. */
	check: async ({ request, locals }) => {
		const posted = readPosted(await request.formData());
		if (!(await isOwnVillage(locals.context, posted.villageId))) error(403);
		return answer(locals.context, posted);
	},
	/** All or nothing; a line that cannot be read shows the list again. */
	save: async ({ request, locals }) => {
		const posted = readPosted(await request.formData());
		const result = await importElders(locals.context, posted);
		if (result.ok) redirect(303, `/desk/elders?village=${posted.villageId}&added=${result.added}`);
		if (result.refusal === 'not-your-unit') error(403);
		const shown = await answer(locals.context, posted);
		return fail(409, { ...shown, errors: { form: result.refusal } as Record<string, ErrorCode> });
	}
};

interface Posted {
	id: string;
	villageId: string;
	calendar: Calendar | null;
	lines: ElderLine[];
}

function readPosted(form: FormData): Posted {
	const id = String(form.get('id') ?? '');
	if (!/^[0-9a-f-]{36}$/.test(id)) error(400);
	return {
		id,
		villageId: String(form.get('villageId') ?? ''),
		calendar: readCalendar(form),
		lines: readPostedLines(form)
	};
}

async function answer(ctx: Context, posted: Posted) {
	const preview = await preparePreview(ctx, posted);
	const none: Record<string, ErrorCode> = {};
	return {
		values: { villageId: posted.villageId },
		errors: none,
		preview: { ...preview, leftOut: [] as string[], unknown: [] as string[] }
	};
}

async function preparePreview(ctx: Context, question: Posted) {
	const lines = await checkElderLines(ctx, question);
	return {
		id: question.id,
		calendar: question.calendar,
		isCalendarAsked: lines.some(
			({ state, ...line }) => state === 'wrong' && 'faults' in line && line.faults.includes('calendar-unsaid')
		),
		lines: lines.map((line) => ({
			...{ id: line.id, cells: line.cells, state: line.state },
			as: line.state === 'double' ? line.as : null,
			birth: 'facts' in line ? line.facts.birth : null,
			faults: line.state === 'wrong' ? line.faults : [],
			asked: line.state === 'wrong' ? [...new Set(line.faults.map((fault) => cellOfFault[fault]))] : []
		}))
	};
}

async function isOwnVillage(ctx: Context, villageId: string): Promise<boolean> {
	const villages = await listUnits(ctx.db, scopeOf(ctx), unitKinds.filter(isVillageLevel));
	return villages.some(({ id }) => id === villageId) && mayActFor(ctx, villageId);
}
