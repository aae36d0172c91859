import { expect, test } from 'vitest';
import {
	activityGroups,
	activityKinds,
	activityKindsByGroup,
	activityMeasures,
	checkableKinds
} from '$lib/domain/activities/activity';

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

test('only complaints are checked for being none', () => {
	expect(checkableKinds).toContain('complaint');
	expect(checkableKinds.every((kind) => ['banquet', 'dissuasion', ...activityKinds].includes(kind))).toBe(true);
});
