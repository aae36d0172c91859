import { expect, test } from 'vitest';
import { nothingAdded, type AddedKind, type AddedWork } from '../../../src/lib/domain/activities/added-work';
import { quantityHint, summedText, totalText } from '../../../src/lib/ui/activities/activity-words';

const kind = (
	nth: number,
	name: string,
	counts: AddedKind['counts'],
	closedFromOn: string | null = null
): AddedKind => ({
	id: `added-${nth}`,
	campaign: 'health',
	name,
	nameEn: null,
	definition: '',
	definitionEn: null,
	measure: 'times',
	counts,
	words: [],
	lead: '',
	isRounded: false,
	fromOn: '2026-01-01',
	closedFromOn
});
const added: AddedWork = {
	campaigns: [],
	kinds: [kind(1, '创卫广播', 'quantity'), kind(2, '巡河', 'records'), kind(3, '海报', 'quantity', '2026-06-01')]
};

test('the note on totals names the kinds that are added up by quantity, those of the town too', () => {
	const named = summedText(['appeal-broadcast', 'slogan', 'added-1', 'added-2', 'added-3'], added);
	expect(named).toBe('标语、宣传画、创卫广播、海报按数量合计，其他一条算一场（次、起）');
	expect(summedText(['appeal-broadcast', 'added-2'], added)).toBe('一条算一场（次、起）');
	expect(summedText(['complaint', 'checked-zero'], nothingAdded)).toBe(
		'一条算一场（次、起）；“核实为零”只算条数，合计是 0'
	);
});

test('the hint of the form names the kinds that are kept on the day', () => {
	expect(quantityHint(added, '2026-07-01')).toContain('创卫广播写数量');
	expect(quantityHint(added, '2026-07-01')).not.toContain('海报');
	expect(quantityHint(added, '2026-05-31')).toContain('海报');
});

test('checked zeros come to 0, however many there are', () => {
	expect(totalText({ kind: 'checked-zero', records: 2001, quantity: 0 }, nothingAdded)).toBe('0');
});
