import { error, redirect } from '@sveltejs/kit';
import { canLand, decideImportState, rowStates, type RowState } from '$lib/domain/ledgers/import';
import { importActForm, importColumnsForm, importUndoForm } from '$lib/forms/ledgers/import';
import { act } from '$lib/server/act';
import { openOwn } from '$lib/server/open-record';
import type { Context } from '$lib/server/context';
import { countWaiting } from '$lib/server/db/ledgers/import-confirmations';
import { countWorkedOn, listWorkedOn } from '$lib/server/db/ledgers/import-undos';
import { countRows, findImport, listRows, listSameFile, type ShownImport } from '$lib/server/db/ledgers/imports';
import { checkFields, readFields } from '$lib/server/form';
import { findLikened, showRows, yearsOf } from '$lib/server/ledgers/import-pages';
import { listImportUnits } from '$lib/server/ledgers/import-reading';
import {
	confirmImported,
	decideImportRows,
	dropImport,
	landImport,
	mendImport,
	readOn,
	setImportColumns,
	undoImport
} from '$lib/server/ledgers/imports';
import { scopeOf } from '$lib/server/people/rights';
import { readColumns, readDecisions, readMended } from './read-rows';
import type { Actions, PageServerLoad } from './$types';

/** Rows to settle on one page, and rows of the list. */
const [settled, listed] = [20, 50];

/** Milliseconds that one look at the page reads on for. */
const budget = 700;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	if (!(await findImport(ctx.db, params.id))) error(404);
	const found = await openImport(ctx, params.id);
	const isOpen = !found.landing && !found.drop;
	const unread = isOpen ? await readOn(ctx, params.id, budget) : 0;
	const counts = await countRows(ctx.db, params.id);
	const { import: imported, unit, by, landing, undo, drop } = found;
	const openName = (who: typeof by) => who && ctx.keys.open(who.nameSealed, 'accounts.name', who.id);
	const { id, at, ledger, headings, columns, dropped, year, villageId, calendar } = imported;
	const state = decideImportState({
		isLanded: landing !== null,
		isUndone: undo !== null,
		isDropped: drop !== null,
		unread
	});
	const show = rowStates.find((one) => one === url.searchParams.get('show')) ?? null;
	return {
		id,
		at,
		ledger,
		headings,
		columns,
		dropped,
		year,
		villageId,
		calendar,
		unit,
		state,
		counts,
		unread,
		show,
		actId: ctx.newId(),
		fileName: ctx.keys.open(imported.fileNameSealed, 'imports.file-name', id),
		by: openName(by),
		canLand: canLand(counts),
		landing: landing && { at: landing.at, records: landing.records },
		undo: undo && { at: undo.at, reason: undo.reason, removed: undo.removed, kept: undo.kept },
		drop: drop && { at: drop.at },
		years: yearsOf(ctx),
		done: ['landed', 'confirmed'].find((done) => url.searchParams.has(done)) ?? null,
		...(state === 'draft' ? await readDraft(ctx, found, url, show) : noDraft),
		...(landing && !undo ? await readLanded(ctx, found) : notLanded)
	};
};

const noDraft = { wrong: [], doubtful: [], list: [], older: null, villages: [], same: [] };
const notLanded = { workedOn: 0, touched: [], waiting: { all: 0, others: 0 } };

async function readDraft(ctx: Context, { import: imported }: ShownImport, url: URL, show: RowState | null) {
	const { id } = imported;
	const after = Number(url.searchParams.get('after')) || 0;
	const [wrong, doubtful, list, units, same] = await Promise.all([
		listRows(ctx.db, id, { state: 'wrong', most: settled }),
		listRows(ctx.db, id, { state: 'doubtful', most: settled }),
		listRows(ctx.db, id, { state: show ?? undefined, after, most: listed + 1 }),
		listImportUnits(ctx, imported.unitId),
		listSameFile(ctx.db, { hash: imported.fileHash, scope: scopeOf(ctx), exceptId: id })
	]);
	const likened = await findLikened(ctx, imported, doubtful);
	const page = list.slice(0, listed);
	const onPage = await findLikened(ctx, imported, page);
	return {
		wrong: showRows(ctx, imported, wrong),
		doubtful: showRows(ctx, imported, doubtful).map((row, at) => ({ ...row, like: likened[at] ?? null })),
		list: showRows(ctx, imported, page).map((row, at) => ({ ...row, like: onPage[at] ?? null })),
		older: list.length > listed ? page.at(-1)!.nth : null,
		villages: units.own
			.filter(({ kind }) => kind !== 'group' && kind !== 'grid')
			.map(({ id: unitId, name, nameEn, kind }) => ({ id: unitId, name, nameEn, kind })),
		same
	};
}

async function readLanded(ctx: Context, { import: { id, ledger } }: ShownImport) {
	const [{ workedOn }, touched] = await Promise.all([
		countWorkedOn(ctx.db, id, ledger),
		listWorkedOn(ctx.db, id, ledger, settled)
	]);
	const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : '';
	return { workedOn, touched, waiting: await countWaiting(ctx.db, id, accountId) };
}

async function openImport(ctx: Context, id: string): Promise<ShownImport> {
	const found = await openOwn(ctx, await findImport(ctx.db, id), (one) => one.import.unitId);
	return found;
}

export const actions: Actions = {
	columns: async ({ request, locals, params }) => {
		const { import: imported } = await openImport(locals.context, params.id);
		const fields = await readFields(request);
		const form = checkFields(fields, importColumnsForm);
		if (!form.ok) return form.failure;
		const columns = readColumns(fields, imported);
		const result = await setImportColumns(locals.context, { ...form.data, importId: params.id, columns });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/desk/imports/${params.id}`);
	},
	mend: async ({ request, locals, params }) => {
		const { import: imported } = await openImport(locals.context, params.id);
		const fields = await readFields(request);
		const form = checkFields(fields, importActForm);
		if (!form.ok) return form.failure;
		const command = { id: form.data.id, importId: params.id, ...readMended(fields, imported.ledger) };
		const result = await mendImport(locals.context, command);
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/desk/imports/${params.id}#settle`);
	},
	decide: async ({ request, locals, params }) => {
		await openImport(locals.context, params.id);
		const fields = await readFields(request);
		const form = checkFields(fields, importActForm);
		if (!form.ok) return form.failure;
		const command = { id: form.data.id, importId: params.id, decisions: readDecisions(fields) };
		const result = await decideImportRows(locals.context, command);
		if (!result.ok) return form.refuse(result.refusal);
		const show = rowStates.find((one) => one === fields.get('show'));
		redirect(303, `/desk/imports/${params.id}${show ? `?show=${show}#list` : '#settle'}`);
	},
	land: act(
		importActForm,
		async (ctx, data, { params }) => {
			await openImport(ctx, params.id);
			return landImport(ctx, { ...data, importId: params.id });
		},
		{ to: ({ params }) => `/desk/imports/${params.id}?landed` }
	),
	drop: act(
		importActForm,
		async (ctx, data, { params }) => {
			await openImport(ctx, params.id);
			return dropImport(ctx, { ...data, importId: params.id });
		},
		{ to: '/desk/imports' }
	),
	undo: act(
		importUndoForm,
		async (ctx, data, { params }) => {
			await openImport(ctx, params.id);
			return undoImport(ctx, { ...data, importId: params.id });
		},
		{ to: ({ params }) => `/desk/imports/${params.id}` }
	),
	confirm: act(
		importActForm,
		async (ctx, data, { params }) => {
			await openImport(ctx, params.id);
			return confirmImported(ctx, { ...data, importId: params.id });
		},
		{ to: ({ params }) => `/desk/imports/${params.id}?confirmed` }
	)
};
