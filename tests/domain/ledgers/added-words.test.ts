import { describe, expect, test } from 'vitest';
import { addedMeaning } from '../../../src/lib/domain/ledgers/added-words';
import { decideActivityRow } from '../../../src/lib/domain/ledgers/activity-row';
import type { Registry } from '../../../src/lib/domain/figures/registry';
import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
import { readRow } from '../../../src/lib/domain/ledgers/ledger-row';
import { broadcasts, ofSoftware, registryWith } from '../figures/registries';

const patrols = { ...broadcasts, id: 'added-2', name: '巡逻', nameEn: null, words: ['巡防', '创卫倡议书'] } as const;

/** What the word of a row's kind is read as, in a town that added these, and that explained some words. */
function kindOf(text: string, registry = registryWith(broadcasts, patrols), explained: Record<string, string> = {}) {
	const { values, faults } = readKind(text, registry, explained);
	return values.kind ?? faults.find(({ column }) => column === 'kind')!.fault;
}

/** The kinds that such a word may mean, where it means several. */
const meansOf = (text: string) =>
	readKind(text, registryWith(broadcasts, patrols)).faults.find(({ column }) => column === 'kind')?.means;

function readKind(text: string, registry: Registry, explained: Record<string, string> = {}) {
	const reading = {
		meaningOf: (_, word) => explained[word] ?? null,
		addedMeaning: (column, word) => addedMeaning(registry, column, word)
	} as Partial<RowReading> as RowReading;
	return readRow('activities', { kind: text }, reading);
}

describe('the word of a kind of work', () => {
	test.each([
		['创卫广播', 'added-1'],
		['“创卫广播”', 'added-1'],
		['Sanitary-town broadcasts', 'added-1'],
		['巡防', 'added-2'],
		['巡逻', 'added-2'],
		['村村响广播', 'appeal-broadcast'],
		['倡议书广播', 'appeal-broadcast'],
		['标语', 'slogan']
	])('%s is %s', (text, kind) => expect(kindOf(text)).toBe(kind));

	test('that two kinds answer to is asked about: one of the software and one that was added, or two that were', () => {
		expect(kindOf('广播', ofSoftware)).toBe('appeal-broadcast');
		expect(kindOf('广播')).toBe('choice-several');
		expect(meansOf('广播'), 'only these are offered').toEqual(['appeal-broadcast', 'added-1']);
		expect(meansOf('创卫倡议书')).toEqual(['added-1', 'added-2']);
		expect(meansOf('打牌')).toBeUndefined();
		expect(kindOf('创卫倡议书')).toBe('choice-several');
		expect(kindOf('广播体操')).toBe('choice-unknown');
	});

	test('that is the whole name of one added kind is that one, though another answers to it', () => {
		const watch = { ...patrols, id: 'added-3', name: '夜巡', words: ['巡逻'] } as const;
		expect(kindOf('巡逻', registryWith(watch, patrols))).toBe('added-2');
		expect(kindOf('巡防', registryWith(watch, patrols))).toBe('added-2');
		const own = registryWith({ ...patrols, name: '广播' });
		expect(kindOf('广播', own), 'nor one of the software').toBe('added-2');
	});

	test('means what the town explained, where it means several things or none', () => {
		const explained = { 广播: 'added-1', 广播体操: 'other', 创卫广播: 'slogan' };
		expect(kindOf('广播', undefined, explained)).toBe('added-1');
		expect(kindOf('广播体操', undefined, explained)).toBe('other');
		expect(kindOf('创卫广播', undefined, explained), 'a name is not explained away').toBe('added-1');
	});

	test('of another column means nothing of what was added', () => {
		expect(addedMeaning(registryWith(broadcasts), 'occasion', '广播')).toEqual({ isName: false, values: [] });
	});
});

describe('a row of an added kind', () => {
	const row = (on: string, more: object = {}) =>
		decideActivityRow(
			{ kind: 'added-1', on, subject: '广播', responsible: '周测试', ...more },
			{ today: '2025-03-01', farthestDays: 0 },
			registryWith({ ...broadcasts, closedFromOn: '2025-02-01' })
		);
	const faultsOf = (...asked: Parameters<typeof row>) => {
		const decided = row(...asked);
		return 'faults' in decided ? decided.faults.map(({ column, fault }) => `${column}: ${fault}`) : [];
	};

	test('needs its quantity where quantities are counted, and a day on which the kind is kept', () => {
		expect(faultsOf('2024-05-01')).toEqual(['quantity: missing']);
		expect(faultsOf('2024-05-01', { quantity: 17 })).toEqual([]);
		expect(faultsOf('2023-12-31', { quantity: 17 })).toEqual(['on: kind-not-kept']);
		expect(faultsOf('2025-02-01', { quantity: 17 })).toEqual(['on: kind-not-kept']);
	});
});
