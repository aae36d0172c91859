import { beforeEach, describe, expect, it } from 'vitest';
import { createFaultLog } from '../../../src/lib/server/fault-log';
import { errorOf } from '../../../src/lib/server/db/sql';

let lines: string[];
let at: number;
let log: ReturnType<typeof createFaultLog>;

beforeEach(() => {
	[lines, at] = [[], 0];
	log = createFaultLog({ print: (line) => void lines.push(line), now: () => at });
});

describe('the log of faults', () => {
	it('has where a fault came from, and no values of a query', () => {
		log('[1] POST /x', new Error('Failed query: select\nparams: 赵甲一,13800000000'));
		expect(lines[0]).toMatch(/^\[1\] POST \/x: Error: Failed query: select\n\s+at /);
		expect(lines[0]).not.toContain('赵甲一');
	});

	it('has one line a minute of a full disk, with the number of forms it refused meanwhile', () => {
		const full = () =>
			new Error('Failed query', { cause: errorOf({ message: 'full', code: 'SQLITE_FULL', rawCode: 13 }) });
		for (let nth = 0; nth < 1000; nth++) log(`[${nth}] POST /x`, full());
		at = 60_000;
		log('[last] POST /x', full());
		expect(lines).toEqual([
			'[0] POST /x: the disk is full, nothing is stored',
			'[last] POST /x: the disk is full, nothing is stored (999 more since the last line)'
		]);
	});
});
