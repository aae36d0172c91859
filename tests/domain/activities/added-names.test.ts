import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { campaignForm, takenWords, workKindForm } from '../../../src/lib/forms/activities/added-work';
import { campaignLabels, kindLabels } from '../../../src/lib/ui/activities/activity-words';
import { figureLabels } from '../../../src/lib/ui/figures/figure-words';

const taken = [...kindLabels(), ...figureLabels(), ...campaignLabels(), '反诈宣传', 'Anti-fraud work'];
const kind = {
	...{
		id: '019c0000-0000-7000-8000-000000000001',
		name: '禁毒宣传',
		nameEn: '',
		campaign: 'governance',
		measure: 'times'
	},
	...{
		counts: 'records',
		definition: '口径',
		definitionEn: '',
		words: '',
		lead: '',
		isRounded: '',
		fromOn: '2024-01-01'
	}
};
const codes = (schema: v.GenericSchema, typed: object) =>
	(v.safeParse(schema, typed).issues ?? []).map(({ message, path }) => `${path?.[0]?.key as string} ${message}`);
const kindForm = workKindForm({ campaigns: ['governance'], labels: kindLabels(), taken });

describe('the name of an added kind', () => {
	test('is free where nothing has it', () => {
		expect(codes(kindForm, kind)).toEqual([]);
	});

	test.each([
		'办宴数量',
		'办 宴 数 量',
		'“办宴数量”',
		'Banquets held',
		'ＢＡＮＱＵＥＴＳ held',
		'移风易俗',
		'反诈宣传',
		'标语、宣传画'
	])('is not that of a figure, a campaign or a kind, in either language: %s', (name) => {
		expect(codes(kindForm, { ...kind, name })).toContain('name added-name-taken');
		expect(codes(kindForm, { ...kind, nameEn: name })).toContain('nameEn added-name-taken');
	});

	test('may not come in by a word of the software’s own, and which word it is can be told', () => {
		expect(codes(kindForm, { ...kind, words: '入户宣传、倡议书广播' })).toEqual(['words kind-word-taken']);
		expect(takenWords('入户宣传、倡议书广播 警示教育', kindLabels())).toEqual(['倡议书广播', '警示教育']);
	});
});

test.each(['移风易俗', ' 移风 易俗', 'Banquet reform', '办宴数量'])('a second campaign is not called %s', (name) => {
	const typed = { id: kind.id, name, nameEn: '' };
	expect(codes(campaignForm(taken), typed)).toEqual(['name added-name-taken']);
	expect(codes(campaignForm(taken), { ...typed, name: '平安建设' })).toEqual([]);
});
