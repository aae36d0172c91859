import { expect, test } from 'vitest';
import { actions } from '../../../src/routes/desk/(ledgers)/imports/[id=id]/+page.server';
import { visit } from '../page-visit';
import { bring, textFile } from './import-files';
import { act, freshTown, town } from './imported-ledger';

freshTown();

test('what was typed into rows comes back where the columns cannot be so', async () => {
	const rows = [
		['村', '谁家', '事由', '日期', '桌数'],
		['三星村', '测甲', '婚宴', '看日子', '12']
	];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	const form = {
		...{
			id: act(),
			runsId: act(),
			decisionsId: act(),
			columnsId: act(),
			columns: 'yes',
			year: '',
			villageId: '',
			calendar: ''
		},
		...{ 'column.0': 'host', 'column.1': 'host', 'column.2': 'occasion', 'column.3': 'plannedOn' },
		...{ 'text.2.plannedOn': '2024-06-05', 'from.2.plannedOn': '看日子' }
	};
	const { value } = await visit(town.as('zhou'), actions.settle!, { path: '/desk/imports', params: { id }, form });
	expect(value).toMatchObject({
		status: 409,
		data: { errors: { form: 'columns-twice' }, values: { 'text.2.plannedOn': '2024-06-05', 'column.1': 'host' } }
	});
});
