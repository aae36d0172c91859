import { writeXlsx } from 'hucre/xlsx';
import type { BirthDate } from '../../../src/lib/domain/birthdays/elder';
import { addElder } from '../../../src/lib/server/birthdays/elders';
import { type ElderCommand } from '../../../src/lib/server/birthdays/elder-fields';
import type { CastName } from '../cast';
import type { TestTown } from '../test-town';

/** A lunar birth date. */
export const lunar = (year: number, month: number, day: number, isLeap = false): BirthDate => ({
	calendar: 'lunar',
	year,
	month,
	day,
	isLeap
});

/** A birth date of the solar calendar. */
export const solar = (on: string): BirthDate => ({ calendar: 'solar', on });

/** An elder of 三星村 as a form would send it; `over` differs. */
export function elderOf(town: TestTown, over: Partial<ElderCommand> = {}): ElderCommand {
	return {
		id: town.ctx.newId(),
		unitId: town.units.sanxingGroup1,
		name: '赵甲老',
		sex: 'female',
		birth: lunar(1946, 3, 1),
		phone: '13800000001',
		relativePhone: null,
		mobility: 'walks',
		needsTransport: false,
		pickUpPoint: '',
		diet: 'any',
		companions: 1,
		photoConsent: 'unasked',
		...over
	};
}

/** Puts an elder on the roll. Out: the id. */
export async function enrol(town: TestTown, over: Partial<ElderCommand> = {}, by: CastName = 'liu'): Promise<string> {
	const result = await addElder(town.as(by), elderOf(town, over));
	if (!result.ok) throw new Error(result.refusal);
	return result.elderId;
}

/** A workbook of one sheet. */
export const workbook = (rows: (string | number | Date | null)[][]) => writeXlsx({ sheets: [{ name: '名册', rows }] });
