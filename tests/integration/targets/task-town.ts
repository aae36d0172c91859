import { afterEach, beforeEach, expect } from 'vitest';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { assignTask, type AssignTaskCommand } from '../../../src/lib/server/targets/tasks';
import { readTasks } from '../../../src/lib/server/targets/task-readings';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;

export const newId = () => town.ctx.newId();

/** Three villagers' meetings by 三星村, from 2026-03-02 to 2026-03-31. */
export function meetings(changes: Partial<AssignTaskCommand> = {}, unit: TestUnit = 'sanxing'): AssignTaskCommand {
	return {
		id: newId(),
		unitId: town.units[unit],
		figure: 'villagers-meetings' as FigureId,
		quantity: 3,
		dueOn: '2026-03-31',
		note: '',
		...changes
	};
}

export async function assign(changes: Partial<AssignTaskCommand> = {}, unit: TestUnit = 'sanxing'): Promise<string> {
	const command = meetings(changes, unit);
	expect(await assignTask(town.as('zhou'), command)).toEqual({ ok: true });
	return command.id;
}

export async function read(taskId: string, today = '2026-03-20') {
	const tasks = await readTasks(town.ctx, { scope: town.units.town, today, filter: {} });
	const { state, progress } = tasks.find(({ id }) => id === taskId)!;
	return { state, ...progress };
}

/** Opens a town and its ledger before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
	});
	afterEach(() => town.close());
}
