import type { ActivityKind } from '../../src/lib/domain/activity';
import type { DissuasionOutcome, Occasion, Outcome } from '../../src/lib/domain/banquet';
import { instantOf } from '../../src/lib/domain/calendar';
import type { EventKind, EventTopic } from '../../src/lib/domain/event';
import type { GridRole } from '../../src/lib/domain/unit';
import { activities, activityRemovals } from '../../src/lib/server/db/schema/activities';
import {
	banquetOutcomes,
	banquets,
	dissuasionConfirmations,
	dissuasions
} from '../../src/lib/server/db/schema/banquets';
import { donations } from '../../src/lib/server/db/schema/donations';
import { eventCompletions, eventPublications, events, slots } from '../../src/lib/server/db/schema/events';
import { gridMembers, units } from '../../src/lib/server/db/schema/units';
import type { TestTown, TestUnit } from './test-town';

/** Puts rows straight into a town's ledgers, for the tests of what is counted from them. */
export function ledgerOf({ ctx, units: unitIds, accounts }: TestTown) {
	const { db } = ctx;
	const at = 0;
	const idOr = (unit: TestUnit | { id: string }) => (typeof unit === 'string' ? unitIds[unit] : unit.id);

	async function banquet(unit: TestUnit, on: string, outcome: Outcome | null = 'held', occasion: Occasion = 'wedding') {
		const id = ctx.newId();
		await db.insert(banquets).values({
			id,
			unitId: unitIds[unit],
			origin: 'declared',
			occasion,
			hostNameSealed: ctx.keys.seal('赵测试', 'banquets.host-name', id),
			hostPhoneSealed: ctx.keys.seal('13800000000', 'banquets.host-phone', id),
			hostPhoneIndex: id,
			code: '000000',
			declaredOn: on,
			plannedOn: on,
			meals: 1,
			tablesPlanned: 10,
			at
		});
		if (outcome) {
			const tablesHeld = outcome === 'cancelled' ? 0 : 5;
			await db.insert(banquetOutcomes).values({ banquetId: id, outcome, endedOn: on, tablesHeld, at });
		}
		return id;
	}

	async function dissuasion(
		unit: TestUnit,
		on: string,
		options: { occasion?: Occasion; outcome?: DissuasionOutcome; confirmed?: boolean } = {}
	) {
		const { occasion = 'housewarming', outcome = 'cancelled', confirmed = true } = options;
		const banquetId = await banquet(unit, on, outcome === 'cancelled' ? 'cancelled' : null, occasion);
		const id = ctx.newId();
		await db.insert(dissuasions).values({ id, banquetId, wentOn: on, visits: 3, outcome, at, byId: accounts.liu.id });
		if (confirmed) await db.insert(dissuasionConfirmations).values({ dissuasionId: id, at, byId: accounts.he.id });
		return { id, banquetId };
	}

	async function activity(
		kind: ActivityKind,
		unit: TestUnit,
		on: string,
		options: { quantity?: number; zeroMonth?: string; removed?: boolean } = {}
	) {
		const id = ctx.newId();
		await db.insert(activities).values({
			id,
			unitId: unitIds[unit],
			kind,
			doneOn: on,
			subject: '测试事项',
			quantity: kind === 'checked-zero' ? 0 : (options.quantity ?? 1),
			responsibleSealed: ctx.keys.seal('钱测试', 'activities.responsible', id),
			...(options.zeroMonth && { zeroKind: 'complaint' as const, zeroMonth: options.zeroMonth }),
			at
		});
		if (options.removed) await db.insert(activityRemovals).values({ activityId: id, reason: '重复', at });
		return id;
	}

	async function event(
		kind: EventKind,
		unit: TestUnit,
		on: string,
		options: { topic?: EventTopic; completed?: boolean; time?: string } = {}
	) {
		const id = ctx.newId();
		const startsAt = instantOf(on, options.time ?? '09:00');
		await db.insert(events).values({
			id,
			unitId: unitIds[unit],
			kind,
			topic: options.topic ?? null,
			title: '测试活动',
			place: '院坝',
			contactPhone: '02371000000',
			at
		});
		const slotId = ctx.newId();
		await db
			.insert(slots)
			.values({ id: slotId, eventId: id, startsAt, endsAt: startsAt + 3_600_000, capacity: 50, at });
		await db.insert(eventPublications).values({ eventId: id, at });
		if (options.completed ?? true) {
			await db.insert(eventCompletions).values({ eventId: id, attended: 20, at: startsAt + 3_600_000 });
		}
		return { id, slotId };
	}

	/** A result of 400 ml of whole blood at a drive that is over. */
	async function donation(eventId: string, isFirst: boolean) {
		const given = { outcome: 'donated', kind: 'whole-blood', millilitres: 400, isFirst } as const;
		await db.insert(donations).values({ id: ctx.newId(), eventId, ...given, at: ctx.now() });
	}

	async function grid(parent: TestUnit, fromOn: string, toOn: string | null = null) {
		const id = ctx.newId();
		const at = 0;
		await db.insert(units).values({
			id,
			parentId: unitIds[parent],
			kind: 'grid',
			name: '测试网格',
			validFromOn: fromOn,
			validToOn: toOn,
			at
		});
		return { id };
	}

	async function member(gridUnit: { id: string }, role: GridRole, fromOn: string, toOn: string | null = null) {
		const id = ctx.newId();
		const nameSealed = ctx.keys.seal('孙测试', 'grid-members.name', id);
		await db.insert(gridMembers).values({ id, gridId: idOr(gridUnit), role, nameSealed, fromOn, toOn, at });
		return id;
	}

	return { banquet, dissuasion, activity, event, donation, grid, member };
}
