// Birthday banquets: those that were held, and those whose lists are open.
import { addDays, dateOf, yearBounds } from '../../src/lib/domain/calendar/calendar';
import type { InvitationResult } from '../../src/lib/domain/birthdays/invitation';
import { openInvitationList } from '../../src/lib/server/birthdays/invitation-lists';
import { windowAt } from '../../src/lib/server/birthdays/birthdays';
import { listEventsWithoutList } from '../../src/lib/server/db/birthdays/birthdays';
import { listFigureRecords } from '../../src/lib/server/db/figures/figure-records';
import { listInvitations } from '../../src/lib/server/db/birthdays/invitations';
import { assignSeats } from '../../src/lib/server/birthdays/seats';
import { recordInvitationCall } from '../../src/lib/server/birthdays/invitations';
import { recordResults } from '../../src/lib/server/birthdays/guest-results';
import type { VillageKey } from './banquet-plan';
import type { Dice } from './dice';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { rules } from './birthday-rules';

/**
 * The banquets of a past year: the list written down afterwards from paper, and who came. Only the first banquet of two months has a list;
 * `taken`: those of a village that have.
 */
export async function playHeld(
	stage: Stage,
	town: Town,
	{ dice, series, year, taken }: { dice: Dice; series: Record<VillageKey, string>; year: number; taken: Set<string> }
): Promise<void> {
	for (const key of villageKeys) {
		const ctx = stage.as(town.actors[key]);
		const source = { from: 'events', kind: 'birthday-banquet' } as const;
		const { rows } = await listFigureRecords(ctx.db, town.units[key], source, yearBounds(year));
		for (const { id: eventId, on } of rows.reverse()) {
			const window = windowName(key, on);
			if (taken.has(window)) continue;
			taken.add(window);
			stage.at(on, '18:30');
			await openList(stage, town, key, series[key], eventId, on);
			const results = (await listInvitations(ctx.db, eventId)).map(({ id, elder }) => ({
				invitationId: id,
				result: becameOf(dice, elder.mobility === 'homebound')
			}));
			must(await recordResults(ctx, { id: stage.id(), eventId, results }));
		}
	}
}

/** The two months that a village's banquet on a day is for. */
export function windowName(key: VillageKey, on: string): string {
	const { year, firstMonth } = windowAt(rules[key], on);
	return `${key} ${year}-${firstMonth}`;
}

function becameOf(dice: Dice, isHomebound: boolean): InvitationResult {
	if (isHomebound) return 'cake-delivered';
	const fell = dice.throw();
	return fell < 0.78 ? 'attended' : fell < 0.9 ? 'cake-delivered' : 'absent';
}

/** The list of the coming banquet: most have been rung, and those who come have a table. */
export async function playList(
	stage: Stage,
	town: Town,
	series: Record<VillageKey, string>,
	today: string
): Promise<void> {
	const ctx = stage.as(town.actors.hesha);
	stage.at(addDays(today, -3), '09:00');
	const [event] = await listEventsWithoutList(ctx.db, town.units.hesha, ctx.now());
	if (!event) return;
	await openList(stage, town, 'hesha', series.hesha, event.id, dateOf(event.startsAt!));
	const listed = await listInvitations(ctx.db, event.id);
	for (const [nth, { id: invitationId, elder }] of listed.slice(0, Math.ceil(listed.length * 0.7)).entries()) {
		stage.at(addDays(today, -2), `1${nth % 9}:20`);
		const outcome = nth === 2 ? 'declined' : nth === 4 ? 'not-reached' : 'coming';
		const wishes = { companions: elder.companions, needsTransport: elder.needsTransport };
		must(await recordInvitationCall(ctx, { id: stage.id(), invitationId, outcome, ...wishes }));
	}
	stage.at(addDays(today, -1), '17:00');
	must(await assignSeats(ctx, { id: stage.id(), eventId: event.id }));
}

async function openList(
	stage: Stage,
	town: Town,
	key: VillageKey,
	seriesId: string,
	eventId: string,
	on: string
): Promise<void> {
	const { year, firstMonth } = windowAt(rules[key], on);
	const tables = { seats: key === 'qiaotou' ? 10 : 8, pricePerTable: 360 };
	must(
		await openInvitationList(stage.as(town.actors[key]), {
			id: stage.id(),
			eventId,
			seriesId,
			year,
			firstMonth,
			...tables
		})
	);
}
