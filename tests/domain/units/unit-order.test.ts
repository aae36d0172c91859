import { describe, expect, test } from 'vitest';
import { inTreeOrder } from '../../../src/lib/domain/units/unit-order';
import type { UnitKind } from '../../../src/lib/domain/units/unit';

const unit = (id: string, kind: UnitKind, name: string, parentId: string | null, position = 0) => ({
	...{ id, kind, name, parentId, position }
});

describe('units in the order of the tree', () => {
	test('are the town, then each village with its groups by their numbers', () => {
		const units = [
			unit('s', 'village', '三星村', 't'),
			unit('s1', 'group', '三星村一组', 's'),
			unit('z1', 'group', '中坝村一组', 'z'),
			unit('t', 'town', '太平场镇', null),
			unit('q', 'community', '桥头社区', 't'),
			unit('q11', 'group', '桥头社区十一组', 'q'),
			unit('q2', 'group', '桥头社区2组', 'q'),
			unit('q10', 'group', '桥头社区十组', 'q'),
			unit('s20', 'group', '三星村第二十村民小组', 's'),
			unit('s3', 'group', '三星村3社', 's'),
			unit('z', 'village', '中坝村', 't')
		];
		expect(inTreeOrder(units).map(({ id }) => id)).toEqual([
			...['t', 's', 's1', 's3', 's20'],
			...['z', 'z1', 'q', 'q2', 'q10', 'q11']
		]);
	});

	test('keep the places that the town gave them, and groups without their village come last', () => {
		const units = [
			unit('b1', 'group', '一组', 'b'),
			unit('x', 'group', '一组', 'elsewhere'),
			unit('a', 'village', '甲村', 't', 2),
			unit('b', 'village', '乙村', 't', 1),
			unit('b2', 'group', '二组', 'b', -1)
		];
		expect(inTreeOrder(units).map(({ id }) => id)).toEqual(['b', 'b2', 'b1', 'a', 'x']);
	});
});
