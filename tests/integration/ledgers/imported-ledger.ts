import { readFileSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { linesOf } from './import-files';
import type { CastName } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const act = () => town.ctx.newId();

/** A file of the folder of messy ledgers. */
export const folder = (name: string) => readFileSync(`tests/ledgers/${name}`);

/** Each row of an import in one line: its number, state and faults. */
export const brief = async (id: string) =>
	(await linesOf(town.ctx, id)).map(({ nth, state, faults }) => [nth, state, ...faults].join(' '));

/** An account writes an import into the ledger. */
export const land = (by: CastName, importId: string) => landImport(town.as(by), { id: act(), importId });

/** An account undoes an import. */
export const undo = (by: CastName, importId: string) =>
	undoImport(town.as(by), { id: act(), importId, reason: '传错了', keepsWorkedOn: false });

/** The number that a query gives as `c`. */
export const countOf = async (sql: string) => (await town.ctx.db.$client.execute(sql)).rows[0]!.c as number;

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
