import { expect, test } from 'vitest';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { groups, occasionsIn } from '../../../src/lib/domain/releases/occasion-groups';

test('a published class names the occasions that it holds', () => {
	expect(occasionsIn('wedding')).toEqual(['wedding']);
	expect(occasionsIn('other')).toEqual(['enlistment', 'other']);
	expect(occasionsIn('rest')).toEqual(occasions.filter((one) => one !== 'wedding' && one !== 'funeral'));
	expect(occasionsIn('nothing')).toEqual([]);
	expect(groups.flatMap(occasionsIn).toSorted(), 'each in one group').toEqual([...occasions].toSorted());
});
