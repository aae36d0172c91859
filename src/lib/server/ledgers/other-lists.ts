import { decideEventState } from '$lib/domain/events/event';
import { findFigure } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { OtherList } from '$lib/domain/ledgers/export';
import { eachAct, eachEvent, eachPledge, eachRecord, eachServed } from '$lib/server/db/ledgers/exports';
import { findUnit } from '$lib/server/db/units/units';
import { readBoard } from '../targets/target-board';
import { readTasks } from '../targets/task-readings';
import { figures } from './figure-list';
import { each, momentOf, yearAsked, type ListRows } from './export-row';

const pledges: ListRows = (ctx, asked) =>
	each(eachPledge(ctx.db, asked), ({ pledge, version, renewedOn, withdrawnOn }) => ({
		village: pledge.villageId,
		pledgedBy: pledge.audience,
		version,
		signedOn: pledge.signedOn,
		name: ctx.keys.open(pledge.nameSealed, 'pledges.name', pledge.id),
		phone: ctx.keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id),
		onPaper: pledge.isOnPaper,
		renewedOn,
		withdrawnOn
	}));

const events: ListRows = (ctx, asked) =>
	each(eachEvent(ctx.db, asked), ({ event, publishedAt, cancelledAt, completion, places, taken }) => ({
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

const hours: ListRows = (ctx, asked) =>
	each(eachServed(ctx.db, asked), ({ account, event, shift, minutes }) => ({
		name: ctx.keys.open(account.nameSealed, 'accounts.name', account.id),
		unit: event.unitId,
		title: event.title,
		duty: shift.duty,
		minutes,
		startsAt: momentOf(shift.startsAt),
		endsAt: momentOf(shift.endsAt)
	}));

const figureRecords: ListRows = (ctx, asked) =>
	each(
		eachRecord(
			ctx.db,
			asked.scope,
			findFigure(asked.registry.figures, asked.figure!)!.source,
			reportingPeriods(yearAsked(ctx, asked), ctx.today()).now
		),
		({ type, title, kind, zeroMonth, on, unitId, counts, nameSealed, id }) => ({
			record: JSON.stringify({
				type,
				title: nameSealed ? ctx.keys.open(nameSealed, 'grid-members.name', id) : title,
				kind,
				zeroMonth
			}),
			recordOn: on,
			unit: unitId,
			counts
		})
	);

const targets: ListRows = async function* (ctx, asked) {
	const board = await readBoard(ctx, { unit: asked.unit, year: yearAsked(ctx, asked), today: ctx.today() });
	for (const { id, unit, cells } of board.rows)
		yield cells.flatMap(({ done, reading }, at) => {
			if (!reading) return [];
			const { target, rate } = reading;
			return [{ figure: id, measure: unit, unit: board.units[at]!.id, target, value: done, completion: rate }];
		});
};

const tasks: ListRows = async function* (ctx, { scope, year, registry }) {
	const filter = year === null ? {} : { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` };
	const tasks = await readTasks(ctx, { scope, today: ctx.today(), filter });
	yield tasks.map((task) => ({
		figure: task.figure,
		measure: findFigure(registry.figures, task.figure)!.unit,
		unit: task.unitId,
		quantity: task.quantity,
		done: task.progress.inTime,
		assignedOn: task.assignedOn,
		dueOn: task.dueOn,
		state: task.state,
		note: task.note
	}));
};

const audit: ListRows = async function* (ctx, { scope, year }) {
	const isWhole = (await findUnit(ctx.db, scope))?.parentId === null;
	const acts = eachAct(ctx.db, { scope, year, isWhole });
	yield* each(acts, ({ key, actorKind, username, verb, reason, unitName, unitNameEn }) => ({
		at: momentOf(key),
		username: username ?? actorKind,
		verb,
		reason,
		unit: unitName && JSON.stringify({ name: unitName, nameEn: unitNameEn })
	}));
};

/** Rows of the lists that are no ledger. */
export const otherLists: Record<OtherList, ListRows> = {
	pledges,
	events,
	hours,
	figures,
	'figure-records': figureRecords,
	targets,
	tasks,
	audit
};
