import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { maxParty, statusOf } from '$lib/domain/signups/signup';
import { decideGrant } from '$lib/domain/signups/waitlist';
import { decidePromotions } from '$lib/domain/signups/waitlist';
import { type Need } from '$lib/domain/signups/waitlist';

interface Party extends Need {
	id: number;
	granted: number;
	left?: boolean;
}

/** A slot lived through by the rules alone: arrivals and departures (a position among all who came). */
function live(capacity: number | null, letsPass: boolean, story: readonly (Need | { leaves: number })[]) {
	const came: Party[] = [];
	const waiting = () => came.filter(({ left, granted, people }) => !left && statusOf(people, granted) === 'waitlisted');
	const room = () => ({ capacity, letsPass, taken: came.reduce((sum, one) => sum + (one.left ? 0 : one.granted), 0) });
	const needOf = ({ people, granted, acceptsSome }: Party) => ({ people: people - granted, acceptsSome });
	const satisfied: number[] = [];
	const moments: { taken: number; unmet: Need[] }[] = [];
	for (const step of story) {
		if ('people' in step) {
			const granted = decideGrant(room(), waiting().length, step);
			came.push({ ...step, id: came.length, granted });
			if (granted === step.people) satisfied.push(came.length - 1);
		} else if (came.length > 0) came[step.leaves % came.length]!.left = true;
		const line = waiting().map((party) => ({ id: party.id, ...needOf(party) }));
		for (const { id, people } of decidePromotions(room(), line)) {
			came[id]!.granted += people;
			if (came[id]!.granted === came[id]!.people) satisfied.push(id);
		}
		moments.push({ taken: room().taken, unmet: waiting().map(needOf) });
	}
	return { satisfied, moments };
}

const capacity = fc.option(fc.integer({ min: 1, max: 40 }), { nil: null });
const need = fc.record({ people: fc.integer({ min: 1, max: maxParty }), acceptsSome: fc.boolean() });
const step = fc.oneof(
	{ arbitrary: need, weight: 3 },
	fc.nat(99).map((leaves) => ({ leaves }))
);
const story = fc.array(step, { maxLength: 60 });

describe('whatever comes and goes', () => {
	test.prop([capacity, fc.boolean(), story])('no slot is ever oversold', (capacity, letsPass, story) => {
		for (const { taken } of live(capacity, letsPass, story).moments)
			expect(taken).toBeLessThanOrEqual(capacity ?? Infinity);
	});

	test.prop([capacity, story])('in strict order, parties are served in the order of arrival', (capacity, story) => {
		const { satisfied } = live(capacity, false, story);
		expect(satisfied).toEqual([...satisfied].sort((a, b) => a - b));
	});

	test.prop([capacity, fc.boolean(), story])(
		'no party waits that could be served: not the head of the line, and where smaller parties pass, none',
		(capacity, letsPass, story) => {
			for (const { taken, unmet } of live(capacity, letsPass, story).moments) {
				for (const { people, acceptsSome } of letsPass ? unmet : unmet.slice(0, 1))
					expect(taken + (acceptsSome ? 1 : people)).toBeGreaterThan(capacity ?? Infinity);
			}
		}
	);
});
