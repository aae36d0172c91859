import { expect, test } from 'vitest';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { groups, occasionsIn } from '../../../src/lib/domain/releases/occasion-groups';

test('a published class names the occasions that it holds', () => {
	expect(occasionsIn('wedding', occasions)).toEqual(['wedding']);
	expect(occasionsIn('other', occasions)).toEqual(['enlistment', 'other']);
	expect(occasionsIn('rest', occasions)).toEqual(occasions.filter((one) => one !== 'wedding' && one !== 'funeral'));
	expect(occasionsIn('nothing', occasions)).toEqual([]);
	expect(groups.flatMap((group) => occasionsIn(group, occasions)).toSorted(), 'each in one group').toEqual(
		[...occasions].toSorted()
	);
});
