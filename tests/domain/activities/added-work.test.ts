import { describe, expect, test } from 'vitest';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import {
	addedMeasures,
	campaignIds,
	isKeptOn,
	measureOf,
	nameKeyOf,
	nothingAdded,
	recordedKinds,
	workKinds
} from '../../../src/lib/domain/activities/added-work';
import { broadcasts, registryWith } from '../figures/registries';

describe('a kind that the town added', () => {
	const registry = registryWith(broadcasts);

	test('follows those of the software in every list', () => {
		expect(workKinds(registry)).toEqual([...activityKinds, 'added-1']);
		expect(recordedKinds(registry)).not.toContain('checked-zero');
		expect(campaignIds(registry)).toEqual(['banquet-reform', 'health', 'defence-clean-up', 'governance', 'campaign-1']);
	});

	test('is measured and counted as it says; one that is not there yet counts entries', () => {
		expect(measureOf('added-1', registry)).toMatchObject({ measure: 'times', counts: 'quantity' });
		expect(measureOf('slogan', registry)).toEqual({ measure: 'pieces', counts: 'quantity' });
		expect(measureOf('added-1', nothingAdded)).toEqual({ measure: 'times', counts: 'records' });
	});

	test('counts acts and objects, never households, persons or cases', () => {
		expect(addedMeasures).toEqual([
			...['sessions', 'pieces', 'places', 'times'],
			...['boards', 'sheets', 'copies', 'objects', 'items']
		]);
	});

	test.each([
		['2023-12-31', null, false],
		['2024-01-01', null, true],
		['2024-06-30', '2024-07-01', true],
		['2024-07-01', '2024-07-01', false]
	])('on %s, closed from %s, is kept: %s', (on, closedFromOn, isKept) => {
		expect(isKeptOn({ fromOn: '2024-01-01', closedFromOn }, on)).toBe(isKept);
	});

	test('is called like another that differs in quotes, spaces or capitals alone', () => {
		expect(nameKeyOf(' “ＫＰＩ” 指标')).toBe(nameKeyOf('kpi指标'));
		expect(nameKeyOf('创卫标语')).not.toBe(nameKeyOf('创卫广播'));
	});
});
