import { describe, expect, test } from 'vitest';
import { faultOfText, formulaMark } from '../../../src/lib/domain/ledgers/sheets/cell-marks.js';

describe('what keeps a cell from being read', () => {
	test.each([
		[`${formulaMark}SUM(A1:A9)`, 'formula-empty'],
		[`${formulaMark}_xlfn.DISPIMG("ID_1",1)`, 'cell-picture'],
		['=DISPIMG("ID_1",1)', 'cell-picture'],
		['=_xlfn.DISPIMG("ID_1",1)', 'cell-picture'],
		['DISPIMG("ID_1",1)', 'cell-picture'],
		['_xlfn.IMAGE("https://a.example/b.png")', 'cell-picture'],
		['=image("b.png")', 'cell-picture'],
		...[
			'#N/A',
			'#REF!',
			'#VALUE!',
			'#DIV/0!',
			'#NAME?',
			'#NULL!',
			'#NUM!',
			'#SPILL!',
			'#CALC!',
			'#GETTING_DATA',
			'#n/a'
		].map((text): [string, string] => [text, 'cell-error']),
		['张\ufffd', 'cell-broken']
	])('%j: %s', (text, fault) => expect(faultOfText(text)).toBe(fault));

	test.each(['', '张三', 'SUM', '#1', '3#N/A', '#N/A 张三', '见 DISPIMG(1)', `后${formulaMark}`])(
		'%j is read',
		(text) => expect(faultOfText(text)).toBeNull()
	);
});
