import { expect, test } from 'vitest';
import {
	activityGroups,
	activityKinds,
	activityKindsByGroup,
	activityMeasures,
	checkableKinds
} from '$lib/domain/activities/activity';
import { caseKinds } from '$lib/domain/cases/case';

test('every kind is in exactly one group of the menu', () => {
	const listed = activityGroups.flatMap((group) => [...activityKindsByGroup[group]]);
	expect([...listed].sort()).toEqual([...activityKinds].sort());
});

test('displays sum their quantities, and all other kinds count records', () => {
	expect(activityKinds.filter((kind) => activityMeasures[kind].counts === 'quantity')).toEqual([
		'slogan',
		'defence-board'
	]);
	expect(activityMeasures.slogan.measure).toBe('pieces');
	expect(activityMeasures['defence-board'].measure).toBe('places');
});

test('what may be checked for being none is a kind of the work ledger, of cases, or banquets', () => {
	expect(checkableKinds).toContain('complaint');
	expect(checkableKinds.every((kind) => ['banquet', 'dissuasion', ...caseKinds, ...activityKinds].includes(kind))).toBe(
		true
	);
});
