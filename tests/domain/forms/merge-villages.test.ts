import * as v from 'valibot';
import { expect, test } from 'vitest';
import { mergeVillagesForm } from '../../../src/lib/forms/units/unit';

const [id, one, two] = [1, 2, 3].map((nth) => `01900000-0000-7000-8000-00000000000${nth}`);
const blank = { nameEn: '', code: '', phone: '', position: '', seen: '' };
const typed = {
	...{ ...blank, id, otherId: one, thirdId: '', kind: 'village', name: '新村' },
	...{ onDate: '2026-01-01', isCertain: 'yes' }
};
const issuesOf = (over: object) =>
	(v.safeParse(mergeVillagesForm, { ...typed, ...over }).issues ?? []).map((issue) => [
		v.getDotPath(issue),
		issue.message
	]);

test('a merger names each village once, and is confirmed', () => {
	expect(issuesOf({})).toEqual([]);
	expect(issuesOf({ thirdId: two })).toEqual([]);
	expect(issuesOf({ thirdId: one })).toEqual([['thirdId', 'village-chosen-twice']]);
	expect(issuesOf({ isCertain: undefined })).toEqual([['isCertain', 'merge-unconfirmed']]);
});
