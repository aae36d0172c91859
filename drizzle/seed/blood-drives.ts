import { listResults, resultCode, type DonationResult } from '../../src/lib/domain/blood/donation-result';
import { standards } from '../../src/lib/domain/blood/donation-standard';
import { listEvents } from '../../src/lib/server/db/events/event-lists';
import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { findEvent } from '../../src/lib/server/db/events/events';
import { listParties } from '../../src/lib/server/db/check-in/parties';
import { recordDonations, type ResultLine } from '../../src/lib/server/blood/donations';
import { makeCheckToken } from '../../src/lib/server/blood/donor-check';
import { checkIn } from '../../src/lib/server/check-in/check-in';
import { closeDoor } from '../../src/lib/server/check-in/no-shows';
import { walkIn } from '../../src/lib/server/check-in/walk-ins';
import { giveStationConsent } from '../../src/lib/server/blood/station-consents';
import { must, type Stage } from './stage';
import type { Town } from './town';

/** People who come to blood drives without a sign-up: numbers that the rest of the demo does not reach. */
const firstWalkIn = 6000;

/** The outcome of a villager's self-check for a drive on that day. */
export const checkForDrive = ({ villager: { keys, now } }: Stage, on: string): string =>
	makeCheckToken(keys, { outcome: 'eligible', standard: 'gb-18467-2011', on }, now());

interface Drive {
	eventId: string;
	slotId: string;
	on: string;
	attended: number;
	donors: number;
}

/** A drive as it went: all but two of the list came, others walked in, and the station reported a result for each. */
export async function playDrive(stage: Stage, town: Town, { eventId, slotId, on, attended, donors }: Drive) {
	const seed = Number(on.replaceAll('-', ''));
	const side = stage.aside(seed, firstWalkIn + (seed % 97) * 30);
	const cadre = side.as(town.actors.townCadre);
	const listed = (await listParties(cadre.db, slotId)).slice(0, -2).map(({ id }) => id);
	const came: string[] = [];
	for (const signupId of listed.slice(0, attended)) {
		side.at(on, '09:20');
		must(await checkIn(cadre, { id: side.id(), slotId, signupId, people: null, how: 'list' }));
		came.push(signupId);
	}
	while (came.length < attended) {
		side.at(on, '10:10');
		const id = side.id();
		must(await walkIn(cadre, { id, slotId, eventId, partySize: 1, name: side.newPerson().name }));
		came.push(id);
	}
	side.at(on, '11:40');
	must(await closeDoor(cadre, { id: side.id(), eventId, slotId }));
	const given = listResults(standards['gb-18467-2011'].volumes).filter(isWholeBlood);
	const lines = side.dice.shuffle(came).map((signupId, nth): ResultLine => {
		const result: DonationResult = nth < donors ? side.dice.pick(given) : { outcome: 'deferred' };
		return { signupId, donationId: null, code: resultCode(result) };
	});
	must(await recordDonations(cadre, { id: side.id(), eventId, lines }));
}

const isWholeBlood = (result: DonationResult) => result.outcome === 'donated' && result.kind === 'whole-blood';

/** Two of three who are signed up for the coming drive agree that the station gets the list. */
export async function playConsents(stage: Stage, town: Town, today: string): Promise<void> {
	const side = stage.aside(51, firstWalkIn);
	const { villager } = side;
	const now = instantOf(today, '00:00');
	const { rows } = await listEvents(villager.db, {
		scope: town.units.town,
		view: 'upcoming',
		now,
		kind: 'blood-drive'
	});
	side.at(addDays(today, -1), '20:00');
	for (const { id } of rows) {
		const signups = [];
		for (const slot of (await findEvent(villager.db, id))!.slots)
			signups.push(...(await listParties(villager.db, slot.id)));
		for (const [nth, { id: signupId }] of signups.entries())
			if (nth % 3 !== 2) must(await giveStationConsent(villager, { id: side.id(), signupId }));
	}
}
