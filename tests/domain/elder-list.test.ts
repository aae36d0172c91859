import { describe, expect, test } from 'vitest';
import { parseBirthText, sayCalendar } from '$lib/domain/birth-text';
import { dietInList, mobilityInList, readElderTable, readWord, sexInList } from '$lib/domain/elder-list';

describe('a birth date as a list writes it', () => {
	const plain = { calendar: null, year: 1946, month: 2, day: 30, isLeap: false };
	test.each([
		['1946-02-30', plain],
		['1946.2.30', plain],
		['1946/2/30', plain],
		['19460230', plain],
		['１９４６年２月３０日', plain],
		['1946年 2月 30', plain],
		['农历1946.2.30', { ...plain, calendar: 'lunar' }],
		['1946-02-30（农历）', { ...plain, calendar: 'lunar' }],
		['阴1946.2.30', { ...plain, calendar: 'lunar' }],
		['一九四六年二月三十', plain],
		['1946年正月初五', { ...plain, calendar: 'lunar', month: 1, day: 5 }],
		['1946年冬月廿三', { ...plain, calendar: 'lunar', month: 11, day: 23 }],
		['1946年腊月二十', { ...plain, calendar: 'lunar', month: 12, day: 20 }],
		['1941年闰六月初十', { ...plain, calendar: 'lunar', year: 1941, month: 6, day: 10, isLeap: true }],
		['公历1946年3月5日', { ...plain, calendar: 'solar', month: 3, day: 5 }],
		['阳历 1946-3-5', { ...plain, calendar: 'solar', month: 3, day: 5 }]
	])('%s', (text, birth) => {
		expect(parseBirthText(text)).toEqual(birth);
	});

	test.each(['', '78岁', '2月30日', '1946', '1946-13-01', '1946-02-32', '正月初五', '不详'])('%s is none', (text) => {
		expect(parseBirthText(text)).toBeNull();
	});

	test('plain numbers never say a calendar, so that it has to be asked', () => {
		expect(parseBirthText('1946-03-05')!.calendar).toBeNull();
		expect([
			sayCalendar('农历生日'),
			sayCalendar('公历出生日期'),
			sayCalendar('出生日期'),
			sayCalendar('农历/公历')
		]).toEqual([...['lunar', 'solar', null, null]]);
	});
});

describe('a roll', () => {
	const sheet = [
		['三星村老人花名册'],
		['2026年3月', '', '填表人：刘'],
		['序号', '姓　名', '性别', '出生日期(农历)', '身份证号', '所在小组', '家属联系电话', '腿脚', '爱好'],
		['1', '张三', '男', '1946.2.30', '51010', '一组', '13800000001', '要人扶', '下棋'],
		['', '', '', '', '', '', '', '', ''],
		['2', '李四', '女', '1950-1-1', '', '二组', '', '', ''],
		['合计', '2人', '', '', '', '', '', '', '']
	];

	test('is found below its titles, without blank lines and totals', () => {
		const table = readElderTable(sheet)!;
		expect(table.above).toBe(3);
		expect(table.rows).toMatchObject([
			{
				name: '张三',
				sex: '男',
				birth: '1946.2.30',
				group: '一组',
				relativePhone: '13800000001',
				phone: '',
				mobility: '要人扶'
			},
			{ name: '李四', group: '二组' }
		]);
		expect(sayCalendar(table.birthHeading)).toBe('lunar');
	});

	test('leaves out what a banquet does not need, and says so', () => {
		expect(readElderTable(sheet)).toMatchObject({ leftOut: ['身份证号'], unknown: ['爱好'] });
	});

	test('without a heading for name and birth date is none', () => {
		expect(readElderTable([['张三', '男', '1946.2.30']])).toBeNull();
		expect(readElderTable([])).toBeNull();
	});

	test('has its words read into closed lists, and unknown ones are not guessed', () => {
		expect(readWord('女性', sexInList, 'male')).toBe('female');
		expect(readWord('', mobilityInList, 'walks')).toBe('walks');
		expect(readWord('坐轮椅', mobilityInList, 'walks')).toBe('wheelchair');
		expect(readWord('行动不便', mobilityInList, 'walks')).toBe('needs-arm');
		expect(readWord('吃素', dietInList, 'any')).toBe('vegetarian');
		expect(readWord('???', dietInList, 'any')).toBeNull();
	});
});
