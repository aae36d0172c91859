import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { nextDonationOn } from '../../../src/lib/domain/blood/donation';
import { firstSetting, standardOn } from '../../../src/lib/domain/blood/donation-standard';
import { standard, decide, draft, repeat, on } from './donor';

test('weight: men from 50 kg, women from 45 kg', () => {
	expect(standard.weightKg).toEqual({ male: 50, female: 45 });
});

test('volume: 200, 300 or 400 ml', () => {
	expect(standard.volumes).toEqual([200, 300, 400]);
});

describe('the drafted revision, as data', () => {
	test('takes people of 18 to 65, first or not', () => {
		expect(decide({ bornOn: '1960-04-02' }, draft).outcome).toBe('eligible');
		expect(decide({ bornOn: '1960-04-01', last: repeat }, draft)).toMatchObject({ outcome: 'no' });
		expect(decide({ bornOn: '2008-04-02' }, draft).outcome).toBe('not-before');
	});

	test('asks 90 days between two donations of whole blood, and leaves the other waits as they are', () => {
		expect(nextDonationOn({ kind: 'whole-blood', on: '2026-01-01' }, 'whole-blood', draft)).toBe('2026-04-01');
		expect(draft.between.platelets).toEqual(standard.between.platelets);
		expect(draft.between['whole-blood'].platelets).toEqual(standard.between['whole-blood'].platelets);
	});
});

describe('which standard holds', () => {
	test('without any setting it is GB 18467-2011', () => {
		expect(standardOn([], on).id).toBe('gb-18467-2011');
		expect(standardOn([], '2000-01-01').id).toBe(firstSetting.standard);
	});

	test('GB 18467-2011 came into force on 1 July 2012, and nothing is set before it', () => {
		expect(firstSetting).toEqual({ standard: 'gb-18467-2011', fromOn: '2012-07-01' });
		expect(standardOn([{ standard: 'draft-2025', fromOn: '2012-06-30' }], on).id).toBe('gb-18467-2011');
	});

	test('a setting made later for an earlier day leaves the one from a later day in force', () => {
		const settings = [
			{ standard: 'draft-2025', fromOn: '2026-07-01' },
			{ standard: 'gb-18467-2011', fromOn: '2026-01-01' }
		] as const;
		expect(standardOn(settings, '2026-06-30').id).toBe('gb-18467-2011');
		expect(standardOn(settings, '2026-08-01').id).toBe('draft-2025');
	});

	test('a setting holds from its day on', () => {
		const settings = [{ standard: 'draft-2025', fromOn: '2026-07-01' }] as const;
		expect(standardOn(settings, '2026-06-30').id).toBe('gb-18467-2011');
		expect(standardOn(settings, '2026-07-01').id).toBe('draft-2025');
	});

	test('of two settings from the same day the later made one holds', () => {
		const settings = [
			{ standard: 'draft-2025', fromOn: '2026-07-01' },
			{ standard: 'gb-18467-2011', fromOn: '2026-07-01' }
		] as const;
		expect(standardOn(settings, '2026-08-01').id).toBe('gb-18467-2011');
	});
});
