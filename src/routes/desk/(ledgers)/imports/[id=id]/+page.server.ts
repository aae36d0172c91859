import { redirect, type Action } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { canLand, decideImportState, rowStates, type RowState } from '$lib/domain/ledgers/import';
import type { Result } from '$lib/domain/result';
import { importActForm, importColumnsForm, importUndoForm } from '$lib/forms/ledgers/import';
import type { Context } from '$lib/server/context';
import { openOwn } from '$lib/server/people/open-record';
import { countRows, listRows } from '$lib/server/db/ledgers/import-rows';
import { findImport, listSameFile, type Import, type ShownImport } from '$lib/server/db/ledgers/imports';
import { checkFields, readFields } from '$lib/server/form';
import { confirmImported } from '$lib/server/ledgers/confirm-imported';
import { decideImportRows } from '$lib/server/ledgers/decide-rows';
import { dropImport } from '$lib/server/ledgers/drop-import';
import { findLikened, readLanded, showRows, yearsOf } from '$lib/server/ledgers/import-pages';
import { landImport } from '$lib/server/ledgers/land-import';
import { mendImport } from '$lib/server/ledgers/mend-import';
import { beginReading } from '$lib/server/ledgers/read-on';
import { listImportUnits } from '$lib/server/ledgers/row-units';
import { setImportColumns } from '$lib/server/ledgers/set-columns';
import { undoImport } from '$lib/server/ledgers/undo-import';
import { scopeOf } from '$lib/server/people/rights';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import { readColumns, readDecisions, readMended } from './read-rows';
import type { Actions, PageServerLoad } from './$types';

/** Rows to settle on one page, and rows of the list. */
const [settled, listed] = [20, 50];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const found = await openImport(ctx, params.id);
	const counts = await countRows(ctx.db, params.id);
	const { import: imported, unit, by, landing, undo, drop } = found;
	const unread = counts.unread ?? 0;
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
		// The page refreshes itself with what was left when it was last shown: nothing was read since.
		isStopped: unread > 0 && url.searchParams.get('left') === String(unread),
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
		...(landing && !undo ? await readLanded(ctx, imported) : notLanded)
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

const openImport = async (ctx: Context, id: string): Promise<ShownImport> =>
	openOwn(ctx, await findImport(ctx.db, id), (one) => one.import.unitId);

const pageOf = (importId: string) => `/desk/imports/${importId}`;

interface Of {
	fields: FormData;
	imported: Import;
}

/** An act on the import of the page. Its rows that are unread after it are read; then it goes on at `to`. */
const act =
	<S extends GenericSchema<unknown, { id: string }>>(
		schema: S,
		verb: (ctx: Context, command: InferOutput<S> & { importId: string }, of: Of) => Promise<Result<object, ErrorCode>>,
		to: (importId: string, fields: FormData) => string = pageOf
	): Action<{ id: string }> =>
	async ({ request, locals: { context: ctx }, params: { id: importId } }) => {
		const { import: imported } = await openImport(ctx, importId);
		const fields = await readFields(request);
		const form = checkFields(fields, schema);
		if (!form.ok) return form.failure;
		const result = await verb(ctx, { ...form.data, importId }, { fields, imported });
		await beginReading(ctx, importId);
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, to(importId, fields));
	};

export const actions: Actions = {
	read: async ({ locals: { context: ctx }, params }) => {
		await openImport(ctx, params.id);
		await beginReading(ctx, params.id);
		redirect(303, pageOf(params.id));
	},
	columns: act(importColumnsForm, (ctx, command, { fields, imported }) =>
		setImportColumns(ctx, { ...command, columns: readColumns(fields, imported) })
	),
	mend: act(
		importActForm,
		(ctx, command, { fields, imported }) => mendImport(ctx, { ...command, ...readMended(fields, imported.ledger) }),
		(id) => `${pageOf(id)}#settle`
	),
	decide: act(
		importActForm,
		(ctx, command, { fields }) => decideImportRows(ctx, { ...command, decisions: readDecisions(fields) }),
		(id, fields) => {
			const show = rowStates.find((one) => one === fields.get('show'));
			return `${pageOf(id)}${show ? `?show=${show}#list` : '#settle'}`;
		}
	),
	land: act(importActForm, landImport, (id) => `${pageOf(id)}?landed`),
	drop: act(importActForm, dropImport, () => '/desk/imports'),
	undo: act(importUndoForm, undoImport),
	confirm: act(importActForm, confirmImported, (id) => `${pageOf(id)}?confirmed`)
};
