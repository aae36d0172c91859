import { describe, expect, it } from 'vitest';
import { readTargetLines } from '../../../src/lib/domain/targets/target-lines';

const units = [
	{ id: 'a', name: '三星村', nameEn: 'Sanxing Village' },
	{ id: 'b', name: '河沙村', nameEn: null },
	{ id: 'c', name: '试设5村', nameEn: null },
	{ id: 'd', name: '同名村', nameEn: null },
	{ id: 'e', name: '同名村', nameEn: null }
];
const read = (text: string) => readTargetLines(text, units);

describe('lines of villages with a number each', () => {
	it('are read as a sheet gives them, with heading, total and full-width digits', () => {
		const text = '村名\t目标\n三星村\t12\r\n河沙村　１，２００\n\n试设5村 7\n合计\t1219\n';
		expect(read(text)).toEqual({
			lines: [
				{ unitId: 'a', value: 12 },
				{ unitId: 'b', value: 1200 },
				{ unitId: 'c', value: 7 }
			],
			wrong: []
		});
	});

	it('may name a village in English, with a colon, or with the number right behind', () => {
		expect(read('sanxing village: 3\n河沙村4').lines).toEqual([
			{ unitId: 'a', value: 3 },
			{ unitId: 'b', value: 4 }
		]);
	});

	it('are wrong where no village, or several, or one again is named, or the number is missing', () => {
		const lines = ['三星村 1', '三星村 2', '远方村 3', '同名村 4', '河沙村', '三星村 1.5', '5'];
		expect(read(lines.join('\n'))).toEqual({ lines: [{ unitId: 'a', value: 1 }], wrong: lines.slice(1) });
	});

	it('say nothing where there are none', () => {
		expect(read(' \n')).toEqual({ lines: [], wrong: [] });
	});
});
