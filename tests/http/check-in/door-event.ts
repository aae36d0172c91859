import { addDays, dateOf, timeOf } from '../../../src/lib/domain/calendar/calendar';
import { newTitle, publishEvent, signUpFor } from '../acts';
import type { Page } from '../page';

/** A day and span of the town that begins so many minutes from now; one that would run into midnight begins after it. */
export function spanFrom(minutes: number): [on: string, from: string, to: string] {
	const startsAt = Date.now() + minutes * 60_000;
	const [on, from] = [dateOf(startsAt), timeOf(startsAt)];
	// What has begun is not moved: at five past midnight it began on the day before.
	return minutes > 0 && from > '23:50' ? [addDays(on, 1), '00:10', '02:00'] : [on, from, '23:59'];
}

/** An event of the town that begins within the hour, so that its door is open, with four places. Out: its id. */
export async function newDoorEvent(cadre: Page): Promise<string> {
	const path = await publishEvent(cadre, { title: newTitle('试签到'), span: spanFrom(50), capacity: 4 });
	return path.split('/').at(-1)!;
}

/** A party signs up for an event. Out: the code of its slip. */
export async function slipCodeOf(
	villager: Page,
	event: string,
	party: { name: string; phone: string; partySize: number }
): Promise<string> {
	await signUpFor(villager, `/events/${event}`, party);
	return villager.locator('.slip .code').first().innerText().trim();
}
