import { addDays } from '../../src/lib/domain/calendar/calendar';
import type { Actor } from '../../src/lib/domain/people/actor';
import { mostChosen } from '../../src/lib/forms/chosen';
import { confirmPledges } from '../../src/lib/server/pledges/pledge-confirmations';
import { must, type Stage } from './stage';

/** Pledges signed online, by id, with the day of each. */
export type SignedOnline = { id: string; signedOn: string }[];

/**
 * The cadre goes through what was signed online two weeks after, a page at a time. What was signed later than `until` still waits. `stage` is
 * one aside: what is confirmed changes nothing else in the demo.
 */
export async function confirmSigned(stage: Stage, actor: Actor, signed: SignedOnline, until: string): Promise<void> {
	const due = signed.filter(({ signedOn }) => signedOn <= until);
	for (let at = 0; at < due.length; at += mostChosen) {
		const page = due.slice(at, at + mostChosen);
		stage.at(addDays(page.at(-1)!.signedOn, 14), '10:00');
		must(await confirmPledges(stage.as(actor), { id: stage.id(), chosen: page.map(({ id }) => id) }));
	}
}
