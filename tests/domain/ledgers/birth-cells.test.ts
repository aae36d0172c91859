import { describe, expect, it } from 'vitest';
import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
import { readRow } from '../../../src/lib/domain/ledgers/ledger-row';
import { reading } from './row-reading';

const read = (birth: string, calendar = '', over: Partial<RowReading> = {}) => {
	const { values, faults } = readRow('elders', { birth, calendar }, { ...reading, ...over });
	return values.birth ?? faults.map(({ fault }) => fault);
};
const solar = (on: string) => ({ calendar: 'solar', on });
const lunar = (year: number, month: number, day: number, isLeap = false) => ({
	calendar: 'lunar',
	...{ year, month, day, isLeap }
});

describe('a birth date in a roll', () => {
	it('is of the calendar that its own cell names, else its column, else the answer for the file', () => {
		expect(read('农历1946年正月初五', '公历', { calendar: 'solar' })).toEqual(lunar(1946, 1, 5));
		expect(read('1946-03-05', '农历', { calendar: 'solar' })).toEqual(lunar(1946, 3, 5));
		expect(read('1946-03-05', '', { calendar: 'solar' })).toEqual(solar('1946-03-05'));
		expect(read('1946-03-05', '', { calendar: 'lunar' })).toEqual(lunar(1946, 3, 5));
		expect(read('1946-03-05')).toEqual(['calendar-unsaid']);
	});

	it.each(['农', '阴', '旧', '古', '农历', '阴历', '旧历', '古历', 'lunar'])(
		'in a column that says %s is lunar',
		(word) => {
			expect(read('1946.2.30', word)).toEqual(lunar(1946, 2, 30));
		}
	);

	it.each(['公', '阳', '新', '国', '公历', '阳历', '新历', '国历', 'solar'])(
		'in a column that says %s is solar',
		(word) => {
			expect(read('1946.2.3', word)).toEqual(solar('1946-02-03'));
		}
	);

	it('that its cell and its column say of different calendars is asked about', () => {
		const faultsOf = (birth: string, calendar: string) =>
			readRow('elders', { birth, calendar }, reading).faults.map(({ fault }) => fault);
		expect(faultsOf('1950年三月初五', '公历')).toEqual(['contradicts-calendar']);
		expect(faultsOf('公历1950年3月5日', '农历')).toEqual(['contradicts-calendar']);
		expect(faultsOf('农历1946年正月初五', '公历')).toEqual(['contradicts-calendar']);
		expect(faultsOf('1950年三月初五', '农历')).toEqual([]);
		expect(faultsOf('1950年三月初五', '')).toEqual([]);
		expect(faultsOf('公历1950年三月初五', '')).toEqual(['birth-wrong']);
		const { values } = readRow('elders', { birth: '1950年三月初五', calendar: '公历' }, reading, ['birth']);
		expect(values.birth).toEqual(lunar(1950, 3, 5));
	});

	describe('under a heading that names a calendar', () => {
		/** As a file is read whose heading says so: the heading is the answer until a cadre changes it. */
		const under = (calendar: 'solar' | 'lunar', birth: string, column = '') => {
			const { values, faults } = readRow(
				'elders',
				{ birth, calendar: column },
				{ ...reading, calendar, headedBy: () => calendar }
			);
			return [values.birth, ...faults.map(({ fault }) => fault)];
		};

		it.each(['1950年正月初五', '1950年腊月廿三', '1950年三月初五', '农历1950年3月5日'])(
			'公历生日, is lunar where it is written so, and asked about: %s',
			(birth) => {
				const [value, ...faults] = under('solar', birth);
				expect(value).toMatchObject({ calendar: 'lunar' });
				expect(faults).toEqual(['contradicts-calendar']);
			}
		);

		it('公历生日, is never taken without its year', () => {
			for (const birth of ['正月初五', '腊月廿三']) expect(under('solar', birth)).toEqual([undefined, 'birth-wrong']);
		});

		it('is of that calendar where it says none', () => {
			expect(under('solar', '1953-02-01')).toEqual([solar('1953-02-01')]);
			expect(under('lunar', '1953-02-01')).toEqual([lunar(1953, 2, 1)]);
			expect(under('lunar', '1953年二月初一')).toEqual([lunar(1953, 2, 1)]);
		});

		it('农历生日, is asked about where it or its row says solar', () => {
			expect(under('lunar', '公历1953年2月1日')).toEqual([solar('1953-02-01'), 'contradicts-calendar']);
			expect(under('lunar', '1953-02-01', '公历')).toEqual([solar('1953-02-01'), 'contradicts-calendar']);
			expect(under('lunar', '1953-02-01', '农历')).toEqual([lunar(1953, 2, 1)]);
		});
	});

	it('is a day that its calendar has', () => {
		expect(read('1946-02-30', '公历')).toEqual(['birth-wrong']);
		expect(read('1946-02-30', '农历')).toEqual(lunar(1946, 2, 30));
		expect(read('1941年闰六月初五')).toEqual(lunar(1941, 6, 5, true));
		expect(read('公历1941年闰六月5日')).toEqual(['birth-wrong']);
	});

	it('is of a person who can be alive', () => {
		const isBirth = () => false;
		expect(read('1846-03-05', '公历', { isBirth })).toEqual(['birth-wrong']);
		expect(read('1846-03-05', '农历', { isBirth })).toEqual(['birth-wrong']);
	});

	it('that lost its format and became a number is asked about as such', () => {
		const asked = (birth: string, calendar: string, sure: readonly 'birth'[] = []) => {
			const { values, faults } = readRow('elders', { birth, calendar }, reading, sure);
			return [values.birth, ...faults.map(({ fault }) => fault)];
		};
		for (const text of ['16866', '16866.0', '16866.00'])
			expect(asked(text, '公历')).toEqual([solar('1946-03-05'), 'birth-number']);
		expect(asked('2101', '公历')).toEqual([solar('1905-10-01'), 'birth-number']);
		expect(asked('9000', '公历')).toEqual([solar('1924-08-21'), 'birth-number']);
		expect(asked('16866', '农历')).toEqual([lunar(1946, 3, 5), 'birth-number']);
		expect(asked('16866', '公历', ['birth']), 'a cadre said that it is a day').toEqual([solar('1946-03-05')]);
		expect(read('16866', ''), 'the calendar is asked first').toEqual(['calendar-unsaid']);
		expect(read('16866', '公历', { is1904: true })).toEqual(solar('1950-03-06'));
		for (const text of [
			'168661',
			'900',
			'1946',
			'2024',
			'2100',
			'16866.5',
			'1.6866e4',
			'0x41e2',
			'a16866',
			'16866a',
			'八十岁'
		])
			expect(read(text, '公历')).toEqual(['birth-wrong']);
	});
});
