import { eq } from 'drizzle-orm';
import type { ActivityKind } from '../../../src/lib/domain/activities/activity';
import type { Occasion, Outcome } from '../../../src/lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '../../../src/lib/domain/banquets/dissuasion';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { EventKind, EventTopic } from '../../../src/lib/domain/events/event';
import type { InvitationResult } from '../../../src/lib/domain/birthdays/invitation';
import type { Audience } from '../../../src/lib/domain/pledges/pledge';
import type { GridRole } from '../../../src/lib/domain/units/unit';
import { activities, activityRemovals } from '../../../src/lib/server/db/schema/activities/activities';
import {
	banquetOutcomes,
	banquets,
	dissuasionConfirmations,
	dissuasions
} from '../../../src/lib/server/db/schema/banquets/banquets';
import { birthdayBanquets, birthdaySeries } from '../../../src/lib/server/db/schema/birthdays/birthdays';
import { donations } from '../../../src/lib/server/db/schema/blood/donations';
import { elders } from '../../../src/lib/server/db/schema/birthdays/elders';
import { eventCompletions, eventPublications, events, slots } from '../../../src/lib/server/db/schema/events/events';
import { invitationResultRows, invitations } from '../../../src/lib/server/db/schema/birthdays/invitations';
import { gridMembers, units } from '../../../src/lib/server/db/schema/units/units';
import { pledges, pledgeTexts, pledgeWithdrawals } from '../../../src/lib/server/db/schema/pledges/pledges';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

/** Puts rows straight into a town's ledgers, for the tests of what is counted from them. */
export function ledgerOf(town: TestTown) {
	const { ctx, units: unitIds, accounts } = town;
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

	let textId: string | undefined;

	async function pledge(
		unit: TestUnit,
		signedOn: string,
		{ withdrawnOn, audience = 'household' }: { withdrawnOn?: string; audience?: Audience } = {}
	) {
		if (!textId) {
			textId = ctx.newId();
			const text = { title: '承诺书', body: '一、从简', effectiveOn: '2020-01-01', at };
			await db.insert(pledgeTexts).values({ id: textId, audience: 'household', number: 1, ...text });
			await db.insert(pledgeTexts).values({ id: ctx.newId(), audience: 'party-member', number: 1, ...text });
		}
		const id = ctx.newId();
		const [text] = await db.select({ id: pledgeTexts.id }).from(pledgeTexts).where(eq(pledgeTexts.audience, audience));
		await db.insert(pledges).values({
			id,
			textId: text!.id,
			audience,
			villageId: unitIds[unit],
			signedOn,
			code: '000000',
			at,
			nameSealed: ctx.keys.seal('李测试', 'pledges.name', id),
			phoneSealed: ctx.keys.seal('13800000000', 'pledges.phone', id),
			phoneIndex: id
		});
		if (withdrawnOn) await db.insert(pledgeWithdrawals).values({ pledgeId: id, withdrawnOn, at });
		return id;
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

	/** One elder on the list of a birthday banquet of its own. */
	async function birthdayGuest(unit: TestUnit, on: string, result: InvitationResult, completed = true) {
		const { id: eventId } = await event('birthday-banquet', unit, on, { completed });
		const [seriesId, elderId, invitationId] = [ctx.newId(), ctx.newId(), ctx.newId()];
		const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;
		await db.insert(birthdaySeries).values({ id: seriesId, unitId: unitIds[unit], ...rule, fromOn: on, at });
		await db
			.insert(birthdayBanquets)
			.values({ eventId, seriesId, year: 2024, firstMonth: 3, lastMonth: 4, seats: 8, at });
		await db.insert(elders).values({
			id: elderId,
			unitId: unitIds[unit],
			nameSealed: ctx.keys.seal('周测试', 'elders.name', elderId),
			birthSealed: ctx.keys.seal('L1946-03-01', 'elders.birth', elderId),
			personIndex: elderId,
			sex: 'female',
			mobility: 'walks',
			diet: 'any',
			photoConsent: 'unasked',
			at
		});
		await db.insert(invitations).values({ id: invitationId, eventId, elderId, at });
		const after = instantOf(on, '12:00');
		await db.insert(invitationResultRows).values({ id: ctx.newId(), invitationId, result, at: after });
	}

	/** Every village reports every month of some years in which it has no banquet, or no dissuasion, on record. */
	async function reportMonths(...years: number[]) {
		for (const village of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
			for (const year of years)
				for (let month = 1; month <= 12; month++)
					await reportMonth(town.as('zhou'), {
						id: ctx.newId(),
						unitId: unitIds[village],
						month: `${year}-${String(month).padStart(2, '0')}`,
						responsible: '周测试',
						ledgers: ['banquet', 'dissuasion'] as const
					});
	}

	return { banquet, dissuasion, activity, event, donation, pledge, grid, member, birthdayGuest, reportMonths };
}
