import { shared } from './column';
import { defineLedger } from './ledger-definition';

export const households = defineLedger({
	columns: {
		village: shared.village,
		fromOn: { kind: 'date', synonyms: '起算日期 统计日期 日期 截止日期 统计时间 From' },
		households: {
			kind: 'number',
			least: 1,
			most: 99_999,
			synonyms: '户籍户数 户数 总户数 在册户数 登记户数 Households'
		}
	},
	required: ['village', 'fromOn', 'households'],
	sometimes: [],
	record: 'household-count',
	dayOfUnit: ['fromOn'],
	apart: ['village', 'fromOn'],
	// Counted at the end of a month, or at the beginning of the next.
	nearDays: 10,
	mostRows: 30_000,
	units: { unnamed: 'refused', within: 'own', isTownTaken: false }
});
