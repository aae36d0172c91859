import { describe, expect, test } from 'vitest';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { readChoice } from '../../../src/lib/domain/ledgers/words';

const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

/** Cells as offices write them, each a whole cell, and what it means. */
const cells: [LedgerColumn, string, string][] = [
	[
		'caseKind',
		'dispute',
		'矛盾纠纷 纠纷 矛盾 纠纷调解 矛盾纠纷调解 矛盾纠纷排查 矛盾纠纷化解 邻里纠纷 家庭纠纷 “矛盾纠纷” Disputes Dispute'
	],
	['caseKind', 'call', '民呼我为 民呼我为事件 民呼我为事项 群众诉求 12345 １２３４５ 12345热线 CallForHelp Calls'],
	['caseKind', 'incident', '三级联动事件 三级联动 联动事件 联动处置事件 网格事件 Three-levelIncident Incident'],
	['level', 'grid', '网格 网格级 网格员 （网格） Grid'],
	['level', 'village', '村 社区 村级 社区级 村社区 村、社区 村（社区） 村（社区）级 VillageOrCommunity Village'],
	['level', 'town', '镇 镇级 镇街 乡镇 乡镇级 Town'],
	[
		'caseState',
		'settled',
		'已化解 化解 化解成功 已办结 办结 已完成 完成 已解决 解决 已处理 处理完毕 办理完毕 已调解 调解成功 已结案 结案 已结 已办 已落实 已化解。 Settled'
	],
	[
		'caseState',
		'open',
		'未化解 没化解 没有化解 暂未化解 尚未化解 化解失败 未办结 没办结 没有办结 未完成 未解决 没有解决 未处理 未结案 未结 未办 未成功 不成功 调解不成功 调解未成功 调解失败'
	],
	[
		'caseState',
		'open',
		'在办 办理中 正在办理 正在化解 化解中 处理中 调解中 待办 待办理 待处理 待化解 受理中 已受理 跟进中 Open'
	]
];

describe('a cell of the ledger of cases', () => {
	test.each(cells)('%s: %s is meant by %s', (column, value, texts) => {
		for (const text of texts.split(' ')) expect(choiceOf(column, text), text).toBe(value);
	});

	test.each([
		['caseKind', '纠纷和诉求'],
		['caseKind', '信访'],
		['level', '县级'],
		['level', '村镇'],
		['caseState', '未知'],
		['caseState', '部分化解']
	] as const)('%s: %s is asked about', (column, text) => expect(choiceOf(column, text)).toBeNull());
});
