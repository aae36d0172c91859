import { describe, expect, test } from 'vitest';
import {
	deferralGroups,
	deferralIds,
	deferralOf,
	deferralsIn,
	needsDay,
	type DeferralDay,
	type DeferralGroup
} from '../../../src/lib/domain/blood/deferral';

/** GB 18467-2011, 5.2 to 5.4, in the order in which a person is asked. */
const groups: Record<DeferralGroup, string> = {
	operations: 'dental-cleaning tooth-out appendix-hernia-tonsils eye-operation major-surgery benign-tumour',
	illness:
		'cold gastroenteritis eye-illness wound wide-rash urinary-infection kidney-infection pneumonia rheumatic-fever',
	infections: 'contact dysentery hepatitis-a typhoid brucellosis malaria malaria-area',
	vaccines: 'inactivated-vaccine live-vaccine slow-vaccine antitoxin bite hepatitis-b-globulin',
	blood: 'transfusion tattoo needle-injury risky-partner',
	medicine: 'aspirin',
	women: 'menstruation pregnancy miscarriage childbirth',
	never:
		'hepatitis sexual-infections tuberculosis heart-pressure chronic-organs blood-illness hormones immune-skin nerves-mind tumour parasites work-illness transplant long-medicine drugs'
};

/** From which day the standard counts: 痊愈后, 最后一次接种后, 停药后, 结束后, 分娩后. */
const days: Record<Exclude<DeferralDay, 'happened'>, string> = {
	healed: `appendix-hernia-tonsils eye-operation major-surgery ${groups.illness} dysentery hepatitis-a typhoid brucellosis malaria`,
	'last-dose': groups.vaccines,
	stopped: 'aspirin',
	ended: 'malaria-area menstruation',
	born: 'childbirth'
};

describe('what bars from giving blood', () => {
	test.each(Object.entries(groups))('is asked by groups: %s', (group, ids) => {
		expect(deferralsIn(group as DeferralGroup)).toEqual(ids.split(' '));
	});

	test('is in one group each', () => {
		expect(deferralGroups).toEqual(Object.keys(groups));
		expect(deferralIds).toEqual(Object.values(groups).flatMap((ids) => ids.split(' ')));
	});

	test('for a time is counted from the day that the standard says, else from the day it happened', () => {
		for (const [day, ids] of Object.entries(days))
			expect(deferralIds.filter((id) => deferralOf(id).day === day)).toEqual(ids.split(' '));
		const named = Object.values(days).flatMap((ids) => ids.split(' '));
		for (const id of deferralIds.filter((id) => !named.includes(id))) expect(deferralOf(id).day, id).toBeUndefined();
	});

	test('for a time needs its day, what lasts or bars for good has none', () => {
		const without = ['contact', 'pregnancy', ...groups.never.split(' ')];
		expect(deferralIds.filter((id) => !needsDay(id))).toEqual(without);
	});
});
