import { addElder } from '../../../../src/lib/server/birthdays/elders';
import type { TestTown } from '../../test-town';
import { must } from './must';

/** Elders with birth dates of both calendars. */
export async function fillElders(town: TestTown): Promise<void> {
	const { units } = town;
	const liu = town.as('liu');
	const lunar = {
		unitId: units.sanxing,
		name: '孙试老',
		sex: 'female',
		phone: null,
		relativePhone: '13900000009',
		birth: { calendar: 'lunar', year: 1944, month: 4, day: 5, isLeap: true },
		mobility: 'wheelchair',
		needsTransport: true,
		pickUpPoint: '=村口',
		diet: 'low-sugar',
		companions: 2,
		photoConsent: 'yes'
	} as const;
	const solar = {
		unitId: units.sanxingGroup1,
		name: '钱试老',
		sex: 'male',
		phone: '13900000010',
		relativePhone: null,
		birth: { calendar: 'solar', on: '1948-05-01' },
		mobility: 'walks',
		needsTransport: false,
		pickUpPoint: '',
		diet: 'any',
		companions: 0,
		photoConsent: 'no'
	} as const;
	const other = {
		unitId: units.sanxing,
		name: '周试老',
		sex: 'female',
		photoConsent: 'unasked',
		diet: 'halal'
	} as const;
	must(await addElder(liu, { ...lunar, id: liu.newId() }));
	must(await addElder(liu, { ...solar, id: liu.newId() }));
	must(await addElder(liu, { ...solar, ...other, id: liu.newId() }));
}
