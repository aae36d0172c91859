import { describe, expect, test } from 'vitest';
import { nothingAdded } from '../../../src/lib/domain/activities/added-work';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { figures, findFigure, getFigure } from '../../../src/lib/domain/figures/figure';
import { isComparable, reportedExtent, type AskedExtent } from '../../../src/lib/domain/figures/known';
import { byCampaign, figureOf, registryOf } from '../../../src/lib/domain/figures/registry';
import { classOf, isReleased } from '../../../src/lib/domain/releases/figure-class';
import { goalOf, targetFigures } from '../../../src/lib/domain/targets/target-goal';
import { isAssignable } from '../../../src/lib/domain/targets/task';
import { broadcasts, ofSoftware, registryWith } from './registries';

/** The registry of a town that added a kind, and the figure of it. */
function townThatAdded() {
	const registry = registryWith(broadcasts);
	return { registry, figure: findFigure(registry.figures, 'added-1')! };
}

describe('the figure of an added kind', () => {
	test('has its id, campaign, unit and counting, and follows those of the software', () => {
		const { registry, figure } = townThatAdded();
		expect(registry.figures.slice(0, -1)).toEqual(figures);
		expect(figure).toEqual({
			id: 'added-1',
			campaign: 'campaign-1',
			unit: 'times',
			isGoodWhen: 'neutral',
			source: {
				from: 'activities',
				kinds: ['added-1'],
				counts: 'quantity',
				kept: { id: 'added-1', fromOn: '2024-01-01', closedFromOn: null }
			}
		});
		expect(figureOf('added-1', registry)).toEqual(figure);
		expect(figureOf('added-1', ofSoftware)).toBeNull();
	});

	test('stands in a registry beside all that the town added', () => {
		const campaigns = [{ id: 'campaign-1' as const, name: '卫生镇创建', nameEn: null }];
		const registry = registryOf({ campaigns, kinds: [broadcasts] });
		expect(registry).toMatchObject({ campaigns, kinds: [broadcasts] });
		expect(registryOf(nothingAdded)).toEqual({ campaigns: [], kinds: [], figures });
	});

	test('is the town’s own work: exact, daily, public, with targets and tasks', () => {
		const { registry, figure } = townThatAdded();
		expect([classOf(figure), isReleased(figure), goalOf(figure), isAssignable(figure)]).toEqual([
			'work',
			false,
			'at-least',
			true
		]);
		expect(targetFigures(registry.figures).map(({ id }) => id)).toContain('added-1');
	});

	test('stands under its campaign', () => {
		const { registry } = townThatAdded();
		const groups = byCampaign(
			[{ id: 'added-1' as const }, { id: 'health-lectures' as const }, { id: 'added-9' as const }],
			registry
		);
		expect(groups.map(({ campaign, rows }) => [campaign, rows.map(({ id }) => id)])).toEqual([
			['health', ['health-lectures']],
			['campaign-1', ['added-1']]
		]);
	});
});

test('warnings say something of persons, so that the public reads the town’s year alone', () => {
	expect(classOf(getFigure('warnings'))).toBe('stigma');
	expect(isReleased(getFigure('warnings'))).toBe(true);
});

const villages = [{ id: 'a', validFromOn: '2020-01-01', validToOn: null }];

describe('a ledger that is kept between two days', () => {
	const extent = (year: number, closedFromOn: string | null = null) =>
		reportedExtent(
			{ period: yearBounds(year), isPart: false, startOn: '2024-03-01', closedFromOn },
			villages,
			() => true
		);

	test('is not known before it begins, and from its first month on', () => {
		expect(extent(2023)).toMatchObject({ state: 'unknown', from: null });
		expect(extent(2024)).toMatchObject({ state: 'known', from: '2024-03', to: '2024-12' });
		expect(extent(2024).isCut).toBeUndefined();
	});

	test('is known up to the month before it is closed, and no longer compared', () => {
		expect(extent(2025, '2025-07-01')).toMatchObject({ state: 'known', to: '2025-06', due: '2025-06', isCut: true });
		expect(extent(2025, '2025-07-02')).toMatchObject({ to: '2025-07', isCut: true });
		expect(extent(2025, '2025-01-01')).toMatchObject({ state: 'unknown', from: null });
		expect(extent(2024, '2025-01-01').isCut).toBeUndefined();
		const periods = { now: yearBounds(2026), before: yearBounds(2025) };
		const of = (asked: Partial<AskedExtent> & Pick<AskedExtent, 'period'>) =>
			reportedExtent({ isPart: false, startOn: '2020-01-01', ...asked }, villages, () => true);
		const whole = of({ period: periods.before });
		const cut = of({ period: periods.now, closedFromOn: '2026-07-01' });
		expect([
			isComparable(cut, whole, periods),
			isComparable(whole, whole, { now: periods.before, before: periods.before })
		]).toEqual([false, true]);
	});
});
