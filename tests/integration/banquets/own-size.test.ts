import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { ownBanquetForm, ownCorrectionForm } from '../../../src/lib/forms/banquets/household';

const correction = { id: '00000000-0000-7000-8000-000000000001', plannedOn: '2026-03-22', venue: '', caterer: '' };
const declaration = {
	...correction,
	unitId: '00000000-0000-7000-8000-000000000002',
	hostName: '张试办',
	hostPhone: '13800000001',
	occasion: 'longevity',
	hasRead: 'yes'
};

/** What is wrong, by field. */
const faults = (form: typeof ownBanquetForm | typeof ownCorrectionForm, meals: string, tablesPlanned: string) => {
	const read = safeParse(form, { ...declaration, meals, tablesPlanned });
	return read.success
		? {}
		: Object.fromEntries(read.issues.map(({ path, message }) => [String(path?.[0]?.key), message]));
};

describe.each([
	['declares', ownBanquetForm],
	['corrects', ownCorrectionForm]
])('the size of a banquet that a household %s itself', (_, form) => {
	it('is what a banquet can have; anything else is answered on its field', () => {
		expect(faults(form, '3', '180')).toEqual({});
		expect(faults(form, '12', '720')).toEqual({});
		expect(faults(form, '3', '500')).toEqual({ tablesPlanned: 'tables-implausible' });
		expect(faults(form, '1', '61')).toEqual({ tablesPlanned: 'tables-implausible' });
		expect(faults(form, '13', '20')).toEqual({ meals: 'meals-implausible' });
		expect(faults(form, '0', '20')).toEqual({ meals: 'number-below-one' });
		expect(faults(form, '很多', '20')).toEqual({ meals: 'number-wrong' });
	});
});
