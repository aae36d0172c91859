import {
	exportSpan,
	findExportList,
	type ExportFilter,
	type ExportFormat,
	type ExportList,
	type ExportSpan
} from '$lib/domain/ledgers/export';
import { findFigure } from '$lib/domain/figures/figure';
import type { Registry } from '$lib/domain/figures/registry';
import { isLedger } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { unitKinds } from '$lib/domain/units/unit';
import { aside } from '$lib/server/db/aside';
import { findAccount } from '$lib/server/db/people/accounts';
import { findEvent } from '$lib/server/db/events/events';
import { isWithinUnit, listUnits, type Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import { mayAdminister, scopeOf } from '../people/rights';
import { recordAct } from '../record-act';
import type { Asked, ExportRow } from './export-row';
import { ledgerServices } from './ledger-services';
import { otherLists } from './other-lists';

export interface Export extends ExportSpan {
	list: ExportList;
	/** Whose records they are: the reader's unit, or the one asked for. */
	unit: Unit;
	/** The name of the account that takes it. */
	by: string;
	/** Of sign-ups: the event's title. Of records: the figure's id. */
	of: string | null;
	units: ReadonlyMap<string, Unit>;
	/** What the town counts: the names of its figures and kinds of work. */
	registry: Registry;
	/** A slice at a time, read as the file is written. */
	rows: AsyncIterable<ExportRow[]>;
}

export type ExportRefusal = 'list-unknown' | 'not-your-unit' | 'event-not-found' | 'figure-unknown';

export type ExportCommand = { id: string; list: string; format: ExportFormat } & ExportFilter;

/**
 * A list for a file, by staff, of their own unit and all below it or of a unit below: names and telephones in full,
 * since the office works with them. Who took it and how it was narrowed is in the audit trail before the first row is
 * read.
 */
export async function exportList(ctx: Context, command: ExportCommand): Promise<Result<Export, ExportRefusal>> {
	const list = findExportList(command.list);
	if (!list) return { ok: false, refusal: 'list-unknown' };
	const allowed = await decideScope(ctx, list, command);
	if (!allowed.ok) return allowed;
	const { scope, title } = allowed;
	const { id, format, year, eventId, figure } = command;
	await recordAct(
		ctx,
		{
			id,
			verb: 'exportList',
			subject: { type: 'export', id: list },
			unitId: scope,
			detail: { format, year, eventId, figure }
		},
		[]
	);
	const units = new Map((await listUnits(ctx.db, scopeOf(ctx), unitKinds, true)).map((unit) => [unit.id, unit]));
	const unit = units.get(scope)!;
	const of = title ?? (list === 'figure-records' ? figure : null);
	const registry = await ctx.registry();
	const asked: Asked = { unitId: command.unitId, year, eventId, figure, scope, unit, units, registry };
	// However many rows there are, no request waits for them to be read.
	const reading = { ...ctx, db: aside(ctx.db) };
	const rows = isLedger(list) ? ledgerServices[list].rows(reading, asked) : otherLists[list](reading, asked);
	const by = await accountName(ctx);
	return { ok: true, list, unit, ...exportSpan(list, command, ctx.today()), by, of, units, registry, rows };
}

/** The name of the account that acts; its login name where it has no other. */
async function accountName({ db, keys, actor }: Context): Promise<string> {
	const account = actor.kind === 'account' ? await findAccount(db, actor.accountId) : null;
	return account ? keys.open(account.nameSealed, 'accounts.name', account.id) || account.username : '';
}

/** Whose records the actor may take: the unit, and the title of the event where one is asked for. */
async function decideScope(
	ctx: Context,
	list: ExportList,
	{ unitId, eventId, figure }: ExportFilter
): Promise<Result<{ scope: string; title: string | null }, ExportRefusal>> {
	if (ctx.actor.kind !== 'account' || ctx.actor.role === 'volunteer') return { ok: false, refusal: 'not-your-unit' };
	const scope = unitId ?? scopeOf(ctx);
	if (!(await isWithinUnit(ctx.db, scopeOf(ctx), scope))) return { ok: false, refusal: 'not-your-unit' };
	if (list === 'audit' && !(await mayAdminister(ctx, scope))) return { ok: false, refusal: 'not-your-unit' };
	const event = eventId === null ? null : await findEvent(ctx.db, eventId);
	if (eventId !== null && !event) return { ok: false, refusal: 'event-not-found' };
	if (event && !(await isWithinUnit(ctx.db, scope, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (list === 'figure-records' && !findFigure((await ctx.registry()).figures, figure ?? ''))
		return { ok: false, refusal: 'figure-unknown' };
	return { ok: true, scope, title: event?.title ?? null };
}
