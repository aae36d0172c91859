import { fc, test } from '../../properties';
import { expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { decideDonation } from '../../../src/lib/domain/blood/donation';
import { deferralIds } from '../../../src/lib/domain/blood/deferral';
import { donationKinds } from '../../../src/lib/domain/blood/donation-standard';
import { standard, draft, on } from './donor';

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays('2026-04-01', days));
const answers = fc.record({
	bornOn: day(-80 * 365, -10 * 365),
	last: fc.option(fc.record({ kind: fc.constantFrom(...donationKinds), on: day(-1000, 0) })),
	wants: fc.constantFrom(...donationKinds),
	hadReaction: fc.boolean(),
	plateletsInYear: fc.nat(30),
	deferrals: fc.uniqueArray(fc.record({ id: fc.constantFrom(...deferralIds), on: day(-500, 0) }), {
		selector: ({ id }) => id,
		maxLength: 4
	})
});

test.prop([answers, fc.constantFrom(standard, draft)])(
	'the day named is the first: the day before it is still too early, on it nothing has to be waited for',
	(given, by) => {
		const { outcome, from } = decideDonation(given, by, on);
		expect(outcome === 'not-before').toBe(from !== null);
		if (from === null) return;
		expect(from > on).toBe(true);
		expect(decideDonation(given, by, addDays(from, -1)).outcome).toBe('not-before');
		expect(['eligible', 'ask-station']).toContain(decideDonation(given, by, from).outcome);
	}
);

test.prop([answers])('a donor who may come on a day has no rule against them, and no reason is given', (given) => {
	const { outcome, reasons } = decideDonation(given, standard, on);
	if (outcome === 'eligible') expect(reasons).toEqual([]);
	else expect(reasons.some(({ verdict }) => verdict === outcome)).toBe(true);
});
