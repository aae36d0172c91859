import { fc, test as property } from '../../properties';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { figures } from '../../../src/lib/domain/figures/figure';
import { byUrgency, decideTaskState, isAssignable, isInHand, taskStates } from '../../../src/lib/domain/targets/task';

const task = { isWithdrawn: false, quantity: 3, dueOn: '2026-03-31', inTime: 0, soFar: 0 };

describe('a task', () => {
	test.each([
		['open', { today: '2026-03-31', inTime: 2, soFar: 2 }],
		['overdue', { today: '2026-04-01', inTime: 2, soFar: 2 }],
		['done', { today: '2026-03-05', inTime: 3, soFar: 3 }],
		['done', { today: '2027-01-01', inTime: 4, soFar: 9 }],
		['done-late', { today: '2026-04-09', inTime: 2, soFar: 3 }],
		['withdrawn', { today: '2026-04-09', inTime: 3, soFar: 3, isWithdrawn: true }]
	] as const)('is %s on %j, by its records alone', (state, now) => {
		expect(decideTaskState({ ...task, ...now })).toBe(state);
	});

	property.prop([fc.integer({ min: 1, max: 50 }), fc.nat(60), fc.nat(60), fc.integer({ min: -40, max: 40 })])(
		'is in hand exactly while records are missing, and once done in time stays so',
		(quantity, inTime, later, days) => {
			const [dueOn, today] = ['2026-03-31', addDays('2026-03-31', days)];
			const soFar = inTime + later;
			const at = (on: string) => decideTaskState({ ...task, quantity, dueOn, inTime, soFar, today: on });
			expect(isInHand(at(today))).toBe(soFar < quantity);
			if (at(today) === 'done') expect(at(addDays(today, 400))).toBe('done');
			expect(taskStates).toContain(at(today));
		}
	);

	it('can ask for work that records fulfil: not for a limit, a lasting number, a dissuasion or a complaint', () => {
		const ids = figures.filter((figure) => !isAssignable(figure)).map(({ id }) => id);
		expect(ids).toEqual(
			expect.arrayContaining(['banquets-held', 'banquets-dissuaded', 'complaints', 'grids', 'grid-helpers'])
		);
		expect(ids).not.toContain('health-lectures');
	});

	it('that is overdue or due first comes first; what is done comes after, the latest first', () => {
		const of = (state: (typeof taskStates)[number], dueOn: string) => ({ id: `${state}-${dueOn}`, state, dueOn });
		const tasks = [
			of('done', '2026-01-31'),
			of('withdrawn', '2026-02-28'),
			of('open', '2026-04-30'),
			of('overdue', '2026-02-28'),
			of('open', '2026-03-15')
		];
		expect(tasks.sort(byUrgency).map(({ id }) => id)).toEqual([
			'overdue-2026-02-28',
			'open-2026-03-15',
			'open-2026-04-30',
			'withdrawn-2026-02-28',
			'done-2026-01-31'
		]);
	});
});
