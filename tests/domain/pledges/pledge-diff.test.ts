import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { comparePledgeTexts, compareWords, type DiffPart } from '$lib/domain/pledges/pledge-diff';

/** −gone− and +new+ as marked text. */
const marked = (parts: readonly DiffPart[]) =>
	parts.map(({ kind, text }) => (kind === 'kept' ? text : kind === 'added' ? `+${text}+` : `−${text}−`)).join('');
const compare = (before: string, after: string) =>
	comparePledgeTexts(before, after).map((line) =>
		line.kind === 'changed' ? marked(line.parts) : `${line.kind}: ${line.text}`
	);

describe('two versions of a pledge', () => {
	test('show a reworded clause by its words, a dropped one and a new one whole', () => {
		const before = '一、婚事新办，不比排场。\n二、提前到村里报备。\n三、群众监督。';
		const after = '一、婚事新办，不比排场。\n二、按村规民约提前到村里报备。\n三、吃不完的打包带走。';
		expect(compare(before, after)).toEqual([
			'kept: 婚事新办，不比排场。',
			'+按村规民约+提前到村里报备。',
			'removed: 群众监督。',
			'added: 吃不完的打包带走。'
		]);
	});

	test('do not differ by numbers alone: a clause put in front changes no other', () => {
		expect(
			compare('一、甲事从简。\n二、乙事从简办。', '1. 厉行节约，反对浪费。\n2. 甲事从简。\n3. 乙事从简办。')
		).toEqual(['added: 厉行节约，反对浪费。', 'kept: 甲事从简。', 'kept: 乙事从简办。']);
	});

	test('are not chopped up by single characters that happen to be the same', () => {
		expect(marked(compareWords('不以任何名义请客', '老人过寿不摆酒请客'))).not.toMatch(/[−+][^−+]{1}[−+]\S/);
		expect(marked(compareWords('桌数从简，菜品够吃。', '桌数从简，菜品够吃不浪费。'))).toBe(
			'桌数从简，菜品够吃+不浪费+。'
		);
	});

	test('that are the same show nothing', () => {
		const text = '开头。\n一、甲。\n二、乙。\n结尾。';
		expect(comparePledgeTexts(text, text).every(({ kind }) => kind === 'kept')).toBe(true);
	});
});

const sentence = fc.string({ unit: fc.constantFrom(...'婚丧事新简办不，。村'), maxLength: 30 });

property.prop([sentence, sentence])(
	'what is kept and removed is the earlier text, what is kept and added the later',
	(a, b) => {
		const parts = compareWords(a, b);
		const without = (left: DiffPart['kind']) =>
			parts
				.filter(({ kind }) => kind !== left)
				.map(({ text }) => text)
				.join('');
		expect(without('added')).toBe(a);
		expect(without('removed')).toBe(b);
	}
);

const clause = fc.string({ unit: fc.constantFrom(...'婚丧简办村'), minLength: 1, maxLength: 12 });
const body = fc.array(clause, { maxLength: 6 }).map((lines) => lines.map((line) => `一、${line}`).join('\n'));

property.prop([body, body])('every clause of both versions appears once, in its order', (before, after) => {
	const lines = comparePledgeTexts(before, after);
	const clauses = (left: 'added' | 'removed') =>
		lines
			.filter(({ kind }) => kind !== left)
			.map((line) =>
				line.kind === 'changed'
					? line.parts
							.filter(({ kind }) => kind !== left)
							.map(({ text }) => text)
							.join('')
					: line.text
			);
	const own = (text: string) => (text === '' ? [] : text.split('\n').map((line) => line.slice(2)));
	expect(clauses('added')).toEqual(own(before));
	expect(clauses('removed')).toEqual(own(after));
});
