import { redirect } from '@sveltejs/kit';
import { namedKinds } from '$lib/domain/ledgers/ledgers';
import { canLand, decideImportState, rowStates, timeLeft, type RowState } from '$lib/domain/ledgers/import';
import { villageKinds } from '$lib/domain/units/unit';
import { mostListed } from '$lib/domain/units/unit-choice';
import { importActForm, importUndoForm } from '$lib/forms/ledgers/import';
import { importSettleForm } from '$lib/forms/ledgers/import-rows';
import { act } from '$lib/server/act';
import { nameZero } from '$lib/server/activities/zero-in-the-way';
import type { Context } from '$lib/server/context';
import { aside } from '$lib/server/db/aside';
import { openOwn } from '$lib/server/people/open-record';
import { countRows, listRows } from '$lib/server/db/ledgers/import-rows';
import { findImport, listSameFile, type Import, type ShownImport } from '$lib/server/db/ledgers/imports';
import { countAside } from '$lib/server/db/ledgers/row-decisions';
import { sentTo, type Schema } from '$lib/server/form';
import { confirmImported } from '$lib/server/ledgers/confirm-imported';
import { continueImport } from '$lib/server/ledgers/continue-import';
import { dropImport } from '$lib/server/ledgers/drop-import';
import { findLikened, openDraft, readLanded, readWork, showRows, yearsOf } from '$lib/server/ledgers/import-pages';
import { landImport } from '$lib/server/ledgers/land-import';
import { readBlankRuns, settleImport } from '$lib/server/ledgers/settle-import';
import { undoImport } from '$lib/server/ledgers/undo-import';
import { mayAdministerAll, scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Rows to settle on one page, and rows of the list. */
const [settled, listed] = [20, 50];

export const load: PageServerLoad = async (event) => {
	const { params, url } = event;
	const ctx = event.locals.context;
	const found = await openImport(ctx, params.id);
	// It goes over all its lines, and a page that waits for them to be read asks again and again.
	const counts = await countRows(aside(ctx.db), params.id);
	const { import: imported, unit, by, landing, undo, drop, progress, refused } = found;
	const unread = counts.unread ?? 0;
	const openName = (who: typeof by) => who && ctx.keys.open(who.nameSealed, 'accounts.name', who.id);
	const { id, at, ledger, headings, columns, dropped, year, villageId, calendar, sheets, is1904 } = imported;
	const state = decideImportState({
		isLanded: landing !== null,
		isUndone: undo !== null,
		isDropped: drop !== null,
		isUnderWay: progress !== null,
		unread
	});
	const work = await readWork(ctx, found, counts);
	const show = rowStates.find((one) => one === url.searchParams.get('show')) ?? null;
	return {
		id,
		at,
		ledger,
		headings,
		columns,
		dropped,
		sheets,
		is1904,
		year,
		villageId,
		calendar,
		unit,
		state,
		counts,
		work,
		pace: work && readPace(url, work.left, ctx.now()),
		show,
		actId: ctx.newId(),
		/** Of the acts that the one form of a draft may hold, beside its own. */
		settleIds: { runsId: ctx.newId(), decisionsId: ctx.newId(), columnsId: ctx.newId() },
		maySetStarts: await mayAdministerAll(ctx),
		fileName: ctx.keys.open(imported.fileNameSealed, 'imports.file-name', id),
		by: openName(by),
		canLand: canLand(counts),
		landing: landing && { at: landing.at, records: landing.records - refused },
		refused,
		undo: undo && { at: undo.at, reason: undo.reason, removed: undo.removed, kept: undo.kept },
		drop: drop && { at: drop.at },
		years: yearsOf(ctx),
		done: ['landed', 'confirmed'].find((done) => url.searchParams.has(done)) ?? null,
		...(state === 'draft' ? await readDraft(ctx, found, event, show) : noDraft),
		...(state === 'landed' ? await readWritten(ctx, imported) : notLanded)
	};
};

const noAside = { same: 0, above: 0, hidden: 0, struck: 0 };
const noDraft = {
	runs: [],
	aside: noAside,
	wrong: [],
	doubtful: [],
	list: [],
	older: null,
	villages: null,
	places: null,
	same: []
};
const notLanded = { workedOn: 0, touched: [], waiting: { all: 0, ready: 0 }, refusals: [], zeros: [] };

/** What can still be done with an import that was committed, with whose checked zeros keep dissuasions from being confirmed. */
async function readWritten(ctx: Context, imported: Import) {
	const { keepingOut, ...rest } = await readLanded(ctx, imported);
	const zeros = keepingOut.map(async (one) => ({ count: one.count, zero: await nameZero(ctx, one) }));
	return { ...rest, zeros: await Promise.all(zeros) };
}

async function readDraft(ctx: Context, { import: imported }: ShownImport, event: RequestEvent, show: RowState | null) {
	const { id, ledger, unitId: scope } = imported;
	const after = Number(event.url.searchParams.get('after')) || 0;
	const [draft, runs, aside, wrong, doubtful, list, places, villages, same] = await Promise.all([
		openDraft(ctx, imported),
		readBlankRuns(ctx, imported),
		countAside(ctx.db, id),
		listRows(ctx.db, id, { state: 'wrong', isAskedAbove: false, most: settled }),
		listRows(ctx.db, id, { state: 'doubtful', most: settled }),
		listRows(ctx.db, id, { state: show ?? undefined, after, most: listed + 1 }),
		ctx.firstUnits({ scope, kinds: namedKinds(ledger) }),
		readUnitChoice(ctx, sentTo(event), {
			name: 'villageId',
			first: imported.villageId,
			scope,
			kinds: villageKinds,
			// An old ledger may be of a village that is closed.
			withClosed: true
		}),
		listSameFile(ctx.db, { hash: imported.fileHash, scope: scopeOf(ctx), exceptId: id })
	]);
	const likened = await findLikened(draft, doubtful);
	const page = list.slice(0, listed);
	const onPage = await findLikened(draft, page);
	return {
		runs,
		aside,
		wrong: showRows(draft, wrong),
		doubtful: showRows(draft, doubtful).map((row, at) => ({ ...row, like: likened[at] ?? null })),
		list: showRows(draft, page).map((row, at) => ({ ...row, like: onPage[at] ?? null })),
		older: list.length > listed ? page.at(-1)!.nth : null,
		villages,
		/** What a row's village may be called; null where these are too many to list. */
		places: places.length > mostListed ? null : places.map(({ name, nameEn }) => ({ name, nameEn })),
		same
	};
}

/**
 * How the work goes on. The page refreshes itself with what was left when it was last shown, and with when it was first shown and what was left
 * then (`first.at`): nothing done since means that it has stopped.
 */
function readPace(url: URL, left: number, now: number) {
	const [first, at] = (url.searchParams.get('since') ?? '').split('.').map(Number);
	const since = first && at ? { left: first, at } : { left, at: now };
	return {
		isStopped: url.searchParams.get('left') === String(left),
		next: `left=${left}&since=${since.left}.${since.at}`,
		msLeft: timeLeft(since, { left, at: now })
	};
}

const openImport = async (ctx: Context, id: string): Promise<ShownImport> =>
	openOwn(ctx, await findImport(ctx.db, id), (one) => one.import.unitId);

/** The schema of a form about the import of the page, for staff of its unit. */
const of =
	<S extends Schema>(schemaOf: (imported: Import) => S) =>
	async ({ locals, params }: RequestEvent): Promise<S> =>
		schemaOf((await openImport(locals.context, params.id)).import);

/** A verb on the import of the page. What is left to do with it then is done. */
const thenContinue =
	<Command extends { importId: string }, R>(verb: (ctx: Context, command: Command) => Promise<R>) =>
	async (ctx: Context, data: Omit<Command, 'importId'>, { params: { id: importId } }: RequestEvent): Promise<R> => {
		const result = await verb(ctx, { ...data, importId } as Command);
		await continueImport(ctx, importId);
		return result;
	};

const here = ({ params }: RequestEvent) => `/desk/imports/${params.id}`;

export const actions: Actions = {
	continue: async (event) => {
		const { context: ctx } = event.locals;
		await openImport(ctx, event.params.id);
		await continueImport(ctx, event.params.id);
		redirect(303, here(event));
	},
	settle: act(of(importSettleForm), thenContinue(settleImport), {
		to: (event, _, { show }) =>
			`${here(event)}${show ? `?show=${show}` : ''}#${event.url.searchParams.has('list') ? 'list' : 'settle'}`
	}),
	land: act(
		of(() => importActForm),
		thenContinue(landImport),
		{ to: (event) => `${here(event)}?landed` }
	),
	drop: act(
		of(() => importActForm),
		thenContinue(dropImport),
		{ to: '/desk/imports' }
	),
	undo: act(
		of(() => importUndoForm),
		thenContinue(undoImport),
		{ to: here }
	),
	confirm: act(
		of(() => importActForm),
		thenContinue(confirmImported),
		{ to: (event) => `${here(event)}?confirmed` }
	)
};
