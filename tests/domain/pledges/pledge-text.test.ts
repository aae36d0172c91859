import { expect, test } from 'vitest';
import { readPledgeLetter } from '$lib/domain/pledges/pledge-text';

test('opening lines, numbered clauses and closing lines are told apart, whatever the numbers look like', () => {
	const body = '我自愿承诺：\r\n\n一、婚事新办。\n2. 丧事简办。\n（口头也算）\n第三条 无事不办。\n请乡亲们监督。';
	expect(readPledgeLetter(body)).toEqual({
		opening: ['我自愿承诺：'],
		clauses: ['婚事新办。', '丧事简办。（口头也算）', '无事不办。'],
		closing: ['请乡亲们监督。']
	});
});

test('a clause that begins with a number word or a year is no numbered line', () => {
	expect(readPledgeLetter('一户一份。\n2024年起施行。')).toEqual({
		opening: ['一户一份。', '2024年起施行。'],
		clauses: [],
		closing: []
	});
});
