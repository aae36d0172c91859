import { dateOf, timeOf, yearOf } from '$lib/domain/calendar/calendar';
import {
	findExportList,
	type ExportColumn,
	type ExportFilter,
	type ExportFormat,
	type ExportList
} from '$lib/domain/ledgers/export';
import { decideEventState } from '$lib/domain/events/event';
import { findFigure } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Result } from '$lib/domain/result';
import { unitKinds } from '$lib/domain/units/unit';
import { openHost } from '../banquets/banquets';
import type { Context } from '../context';
import {
	eachAct,
	eachActivity,
	eachBanquet,
	eachDissuasion,
	eachElder,
	eachEvent,
	eachHouseholdCount,
	eachPledge,
	eachRecord,
	eachServed,
	eachSignup
} from '$lib/server/db/ledgers/exports';
import { findEvent } from '$lib/server/db/events/events';
import { findUnit, isWithinUnit, listUnits, type Unit } from '$lib/server/db/units/units';
import { openElder } from '../birthdays/elders';
import { readFigures } from '../figures/figures';
import { recordAct } from '../record-act';
import { mayAdminister, scopeOf } from '../people/rights';
import { readBoard } from '../targets/targets';
import { readTasks } from '../targets/tasks';

/** A cell before it is worded: of a closed list its value, of a unit its id, a day as YYYY-MM-DD, a moment as YYYY-MM-DD HH:mm. */
export type ExportCell = string | number | boolean | null;
export type ExportRow = Partial<Record<ExportColumn, ExportCell>>;

export interface Export {
	list: ExportList;
	/** Whose records they are: the reader's unit, or the one asked for. */
	unit: Unit;
	/** Null: of all years. */
	year: number | null;
	/** Of sign-ups: the event's title. Of records: the figure's id. */
	of: string | null;
	units: ReadonlyMap<string, Unit>;
	/** Read slice by slice as the file is written. */
	rows: AsyncIterable<ExportRow>;
}

export type ExportRefusal = 'list-unknown' | 'not-your-unit' | 'event-not-found' | 'figure-unknown';

/**
 * A list for a file, by staff, of their own unit and all below it or of a unit below: names and telephones in full,
 * since the office works with them. Who took it and how it was narrowed is in the audit trail before the first row is
 * read.
 */
export async function exportList(
	ctx: Context,
	command: { id: string; list: string; format: ExportFormat } & ExportFilter
): Promise<Result<Export, ExportRefusal>> {
	const list = findExportList(command.list);
	if (!list) return { ok: false, refusal: 'list-unknown' };
	if (ctx.actor.kind !== 'account' || ctx.actor.role === 'volunteer') return { ok: false, refusal: 'not-your-unit' };
	const scope = command.unitId ?? scopeOf(ctx);
	if (!(await isWithinUnit(ctx.db, scopeOf(ctx), scope))) return { ok: false, refusal: 'not-your-unit' };
	if (list === 'audit' && !(await mayAdminister(ctx, scope))) return { ok: false, refusal: 'not-your-unit' };
	const event = command.eventId === null ? null : await findEvent(ctx.db, command.eventId);
	if (command.eventId !== null && !event) return { ok: false, refusal: 'event-not-found' };
	if (event && !(await isWithinUnit(ctx.db, scope, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (list === 'figure-records' && !findFigure(command.figure ?? '')) return { ok: false, refusal: 'figure-unknown' };
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
	const of = event?.title ?? (list === 'figure-records' ? figure : null);
	return { ok: true, list, unit, year, of, units, rows: rowsOf(ctx, list, { ...command, scope, unit, units }) };
}

interface Asked extends ExportFilter {
	scope: string;
	unit: Unit;
	units: ReadonlyMap<string, Unit>;
}

function rowsOf(ctx: Context, list: ExportList, asked: Asked): AsyncIterable<ExportRow> {
	const { db, keys } = ctx;
	switch (list) {
		case 'banquets':
			return each(eachBanquet(db, asked), ({ banquet, outcome }) => ({
				...placeOf(banquet.unitId, asked),
				...hostOf(ctx, banquet),
				origin: banquet.origin,
				occasion: banquet.occasion,
				declaredOn: banquet.declaredOn,
				plannedOn: banquet.plannedOn,
				meals: banquet.meals,
				tablesPlanned: banquet.tablesPlanned,
				pricePerTable: banquet.pricePerTable,
				venue: banquet.venue,
				caterer: banquet.caterer,
				hygiene: banquet.isHygieneCertificateSeen,
				...(outcome && { outcome: outcome.outcome, endedOn: outcome.endedOn, tablesHeld: outcome.tablesHeld })
			}));
		case 'dissuasions':
			return each(eachDissuasion(db, asked), ({ dissuasion, banquet }) => ({
				...placeOf(banquet.unitId, asked),
				...hostOf(ctx, banquet),
				occasion: banquet.occasion,
				plannedOn: banquet.plannedOn,
				tablesPlanned: banquet.tablesPlanned,
				wentOn: dissuasion.wentOn,
				visits: dissuasion.visits,
				dissuasion: dissuasion.outcome,
				note: dissuasion.note
			}));
		case 'activities':
			return each(eachActivity(db, asked), ({ activity }) => ({
				...placeOf(activity.unitId, asked),
				kind: activity.kind,
				on: activity.doneOn,
				subject: activity.subject,
				place: activity.place,
				audience: activity.audience,
				quantity: activity.quantity,
				result: activity.result,
				evidence: activity.evidence,
				note: activity.note,
				zeroKind: activity.zeroKind,
				zeroMonth: activity.zeroMonth,
				responsible: keys.open(activity.responsibleSealed, 'activities.responsible', activity.id)
			}));
		case 'elders':
			return each(eachElder(db, asked), ({ elder }) => {
				const open = openElder(ctx, elder as Parameters<typeof openElder>[1]);
				return {
					...placeOf(elder.unitId, asked),
					name: open.name,
					sex: elder.sex,
					phone: open.phone,
					relativePhone: open.relativePhone,
					birth: open.birth && JSON.stringify(open.birth),
					calendar: open.birth?.calendar ?? null,
					mobility: elder.mobility,
					transport: elder.needsTransport,
					pickUpPoint: elder.pickUpPoint,
					diet: elder.diet,
					companions: elder.companions,
					photo: elder.photoConsent
				};
			});
		case 'households':
			return each(eachHouseholdCount(db, asked), ({ id, key, households }) => ({
				village: id,
				fromOn: key,
				households
			}));
		case 'signups':
			return each(eachSignup(db, asked), ({ signup, event, slot, helper, companions }) => ({
				event: event.title,
				slotStart: momentOf(slot.startsAt),
				village: signup.villageId,
				people: signup.partySize,
				name: keys.open(signup.nameSealed, 'signups.name', signup.id),
				phone: signup.phoneSealed && keys.open(signup.phoneSealed, 'signups.phone', signup.id),
				email: signup.emailSealed && keys.open(signup.emailSealed, 'signups.email', signup.id),
				withNames: companions.map(({ nameSealed }) => keys.open(nameSealed, 'companions.name', signup.id)).join('、'),
				acceptsSome: signup.acceptsSome,
				language: signup.language,
				helper: helper && keys.open(helper.nameSealed, 'helpers.name', signup.id),
				helperPhone: helper?.phoneSealed ? keys.open(helper.phoneSealed, 'helpers.phone', signup.id) : null
			}));
		case 'pledges':
			return each(eachPledge(db, asked), ({ pledge, version, renewedOn, withdrawnOn }) => ({
				village: pledge.villageId,
				pledgedBy: pledge.audience,
				version,
				signedOn: pledge.signedOn,
				name: keys.open(pledge.nameSealed, 'pledges.name', pledge.id),
				phone: keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id),
				onPaper: pledge.isOnPaper,
				renewedOn,
				withdrawnOn
			}));
		case 'events':
			return each(eachEvent(db, asked), ({ event, publishedAt, cancelledAt, completion, places, taken }) => ({
				unit: event.unitId,
				eventKind: event.kind,
				topic: event.topic,
				title: event.title,
				place: event.place,
				partner: event.partner,
				startsAt: momentOf(event.startsAt!),
				endsAt: momentOf(event.endsAt!),
				places,
				taken,
				state: decideEventState({
					publishedAt,
					cancelledAt,
					completedAt: completion?.at ?? null,
					startsAt: event.startsAt,
					endsAt: event.endsAt,
					now: ctx.now()
				}),
				attended: completion?.attended ?? null,
				donors: completion?.donors ?? null,
				millilitres: completion?.millilitres ?? null
			}));
		case 'hours':
			return each(eachServed(db, asked), ({ account, event, shift, minutes }) => ({
				name: keys.open(account.nameSealed, 'accounts.name', account.id),
				unit: event.unitId,
				title: event.title,
				duty: shift.duty,
				minutes,
				startsAt: momentOf(shift.startsAt),
				endsAt: momentOf(shift.endsAt)
			}));
		case 'figures':
			return figureRows(ctx, asked);
		case 'figure-records':
			return each(
				eachRecord(
					db,
					asked.scope,
					findFigure(asked.figure!)!.source,
					reportingPeriods(yearAsked(ctx, asked), ctx.today()).now
				),
				({ type, title, kind, zeroMonth, on, unitId, counts, nameSealed, id }) => ({
					record: JSON.stringify({
						type,
						title: nameSealed ? keys.open(nameSealed, 'grid-members.name', id) : title,
						kind,
						zeroMonth
					}),
					recordOn: on,
					unit: unitId,
					counts
				})
			);
		case 'targets':
			return targetRows(ctx, asked);
		case 'tasks':
			return taskRows(ctx, asked);
		case 'audit':
			return auditRows(ctx, asked);
	}
}

async function* figureRows(ctx: Context, asked: Asked): AsyncGenerator<ExportRow> {
	const periods = reportingPeriods(yearAsked(ctx, asked), ctx.today());
	for (const { id, unit, value, previous, changeRate } of await readFigures(ctx.db, { scope: asked.scope, periods }))
		yield { figureId: id, figure: id, value, measure: unit, previous, rate: changeRate, definition: id };
}

async function* targetRows(ctx: Context, asked: Asked): AsyncGenerator<ExportRow> {
	const board = await readBoard(ctx.db, { unit: asked.unit, year: yearAsked(ctx, asked), today: ctx.today() });
	for (const row of board.rows)
		for (const [at, { done, reading }] of row.cells.entries())
			if (reading)
				yield {
					figure: row.id,
					measure: row.unit,
					unit: board.units[at]!.id,
					target: reading.target,
					value: done,
					completion: reading.rate
				};
}

async function* taskRows(ctx: Context, { scope, year }: Asked): AsyncGenerator<ExportRow> {
	const filter = year === null ? {} : { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` };
	for (const task of await readTasks(ctx.db, { scope, today: ctx.today(), filter }))
		yield {
			figure: task.figure,
			measure: findFigure(task.figure)!.unit,
			unit: task.unitId,
			quantity: task.quantity,
			done: task.progress.inTime,
			assignedOn: task.assignedOn,
			dueOn: task.dueOn,
			state: task.state,
			note: task.note
		};
}

async function* auditRows(ctx: Context, { scope, year }: Asked): AsyncGenerator<ExportRow> {
	const isWhole = (await findUnit(ctx.db, scope))?.parentId === null;
	for await (const { key, actorKind, username, verb, reason, unitName, unitNameEn } of eachAct(ctx.db, {
		scope,
		year,
		isWhole
	}))
		yield {
			at: momentOf(key),
			username: username ?? actorKind,
			verb,
			reason,
			unit: unitName && JSON.stringify({ name: unitName, nameEn: unitNameEn })
		};
}

async function* each<Row>(rows: AsyncIterable<Row>, cells: (row: Row) => ExportRow): AsyncGenerator<ExportRow> {
	for await (const row of rows) yield cells(row);
}

const yearAsked = (ctx: Context, { year }: ExportFilter) => year ?? yearOf(ctx.today());

const momentOf = (at: number) => `${dateOf(at)} ${timeOf(at)}`;

/** 村 and 组 of a record: a group comes with its village; the town's own records come under the town. */
function placeOf(unitId: string, { units }: Asked): { village: string | null; group: string | null } {
	const unit = units.get(unitId);
	return unit?.kind === 'group' ? { village: unit.parentId, group: unitId } : { village: unitId, group: null };
}

function hostOf(ctx: Context, banquet: Parameters<typeof openHost>[1]) {
	const { hostName, hostPhone } = openHost(ctx, banquet);
	return { host: hostName, phone: hostPhone };
}
