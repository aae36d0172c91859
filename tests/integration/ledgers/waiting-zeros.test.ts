import { expect, test } from 'vitest';
import { ledgerOf } from '../rows/ledger-rows';
import { bring, textFile } from './import-files';
import { brief, freshTown, town } from './imported-ledger';

freshTown();

test('a line that says a month had none is wrong where an entry of it waits', async () => {
	const ledger = ledgerOf(town);
	await ledger.banquet('sanxing', '2025-06-10', null);
	await ledger.dissuasion('sanxingGroup1', '2025-07-10', { confirmed: false });
	const zero = (kind: string, month: string) => ['核实为零', '', '', '', '刘测试', kind, month];
	const file = textFile([
		['类别', '日期', '事项', '数量', '责任人', '核实类别', '核实月份'],
		zero('办宴', '2025-06'),
		zero('办宴', '2025-08'),
		zero('劝停', '2025-06'),
		zero('劝停', '2025-07')
	]);
	expect(await brief(await bring(town.as('liu'), 'activities', file))).toEqual([
		'2 wrong zeroMonth: month-has-waiting',
		'3 new',
		'4 new',
		'5 wrong zeroMonth: month-has-waiting'
	]);
});
