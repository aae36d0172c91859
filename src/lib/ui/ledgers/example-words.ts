import type { ColumnKind } from '$lib/domain/ledgers/column';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { m } from '$lib/paraglide/messages.js';

const ofKind: Record<ColumnKind, () => string> = {
	unit: m.imports_example_group,
	name: m.imports_example_name,
	names: m.imports_example_names,
	phone: () => '13800000000',
	date: () => '2024-03-05',
	month: () => '2024-03',
	moment: () => '2024-03-05 09:00',
	birth: m.imports_example_birth,
	number: () => '1',
	text: () => '',
	choice: () => ''
};

/** What a cell of a column may say, for a template. */
export const exampleOf = (column: LedgerColumn, kind: ColumnKind): string =>
	column === 'email' ? 'name@example.cn' : ofKind[kind]();
