import { describe, expect, test } from 'vitest';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { findSlipByCode } from '../../../src/lib/server/db/signups/slips';
import { town, host, code, banquetId, record, freshTown } from './household-record';

freshTown();

const open = async (phone: string, code: string) =>
	(await findSlipByCode(town.ctx.db, town.ctx.keys.blindIndex(phone), code))?.id ?? null;

describe('the household’s own record', () => {
	test('opens by its phone and code together', async () => {
		expect(await open(host.hostPhone, code)).toBe(banquetId);
		expect(await open('13800000002', code)).toBeNull();
		expect(await open(host.hostPhone, code === '000000' ? '000001' : '000000')).toBeNull();
	});

	test('opens by the new phone after a correction, and by the old no more', async () => {
		await correctBanquet(town.as('liu'), { reason: '写错了', ...record({ hostPhone: '13800000003' }), banquetId });
		expect(await open('13800000003', code)).toBe(banquetId);
		expect(await open(host.hostPhone, code)).toBeNull();
	});
});
