import { dissuasion } from './banquet-words';
import { banquets } from './banquets';
import { shared } from './column';
import { defineLedger } from './ledger-definition';

export const dissuasions = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		occasion: banquets.columns.occasion,
		host: banquets.columns.host,
		phone: shared.phone,
		plannedOn: banquets.columns.plannedOn,
		tablesPlanned: banquets.columns.tablesPlanned,
		wentOn: {
			kind: 'date',
			synonyms: '劝导日期 劝导时间 劝停日期 劝停时间 劝阻日期 劝阻时间 上门日期 上门时间 日期 时间 Went on'
		},
		visits: { kind: 'number', least: 1, most: 99, synonyms: '上门次数 劝导次数 次数 Visits' },
		dissuasion: {
			kind: 'choice',
			words: dissuasion,
			synonyms: '劝导结果 劝停结果 劝阻结果 劝导情况 结果 办理情况 处理结果 成效 What came of it'
		},
		note: shared.note
	},
	required: ['host', 'wentOn', 'dissuasion'],
	sometimes: ['occasion', 'plannedOn', 'tablesPlanned'],
	record: 'dissuasion',
	dayOfUnit: ['wentOn', 'plannedOn'],
	apart: ['host', 'plannedOn', 'occasion'],
	nearDays: 10,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: false }
});
