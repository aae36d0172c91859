import type { InvitationResult } from '../../../src/lib/domain/birthdays/invitation';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { birthdayBanquets, birthdaySeries } from '../../../src/lib/server/db/schema/birthdays/birthdays';
import { elders } from '../../../src/lib/server/db/schema/birthdays/elders';
import { invitationResultRows, invitations } from '../../../src/lib/server/db/schema/birthdays/invitations';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';
import { putEvent } from './event-rows';

/** One elder on the list of a birthday banquet of its own. Out: the banquet's id. */
export async function putBirthdayGuest(
	town: TestTown,
	unit: TestUnit,
	on: string,
	result: InvitationResult,
	completed = true
): Promise<string> {
	const { ctx, units } = town;
	const { id: eventId } = await putEvent(town, 'birthday-banquet', unit, on, { completed });
	const [seriesId, elderId, invitationId] = [ctx.newId(), ctx.newId(), ctx.newId()];
	const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;
	await ctx.db.insert(birthdaySeries).values({ id: seriesId, unitId: units[unit], ...rule, fromOn: on, at: 0 });
	await ctx.db.insert(birthdayBanquets).values({
		eventId,
		seriesId,
		threshold: 60,
		ageKind: 'nominal',
		calendar: 'lunar',
		year: 2024,
		firstMonth: 3,
		lastMonth: 4,
		seats: 8,
		at: 0
	});
	await ctx.db.insert(elders).values({
		id: elderId,
		unitId: units[unit],
		nameSealed: ctx.keys.seal('周测试', 'elders.name', elderId),
		birthSealed: ctx.keys.seal('L1946-03-01', 'elders.birth', elderId),
		personIndex: elderId,
		sex: 'female',
		mobility: 'walks',
		diet: 'any',
		photoConsent: 'unasked',
		at: 0
	});
	await ctx.db.insert(invitations).values({ id: invitationId, eventId, elderId, at: 0 });
	const after = instantOf(on, '12:00');
	await ctx.db.insert(invitationResultRows).values({ id: ctx.newId(), invitationId, result, at: after });
	return eventId;
}
