// Whole words of offices for cases. What is not listed is asked about: 未化解 is never 化解.
import type { CaseKind, CaseLevel } from '../cases/case';
import { means, saysNo, saysYes, type Words } from './words';

export const caseKind: Words<CaseKind> = [
	[
		'dispute',
		means('矛盾纠纷 纠纷 矛盾 纠纷调解 矛盾纠纷调解 矛盾纠纷排查 矛盾纠纷化解 邻里纠纷 家庭纠纷 disputes dispute')
	],
	['call', means('民呼我为 民呼我为事件 民呼我为事项 群众诉求 12345 12345热线 callforhelp residentscall calls')],
	['incident', means('三级联动事件 三级联动 联动事件 联动处置事件 网格事件 three-levelincident incident')]
];

export const caseLevel: Words<CaseLevel> = [
	['grid', means('网格 网格级 网格员 grid')],
	['village', means('村 社区 村级 社区级 村社区 村、社区 村(社区) 村(社区)级 villageorcommunity village')],
	['town', means('镇 镇级 镇街 乡镇 乡镇级 town')]
];

/** Whether a case is settled, as a ledger says it beside the day. */
export const caseState: Words<'settled' | 'open'> = [
	[
		'settled',
		means(
			`${saysYes} 已化解 化解 化解成功 已办结 办结 已完成 完成 已解决 解决 已处理 处理完毕 办理完毕 已调解 调解成功 已结案 结案 已结 已办 已办好 办好了 已落实 settled`
		)
	],
	[
		'open',
		means(
			`${saysNo} 未 未化解 没化解 没有化解 暂未化解 尚未化解 化解失败 未办结 没办结 没有办结 未完成 未解决 没有解决 未处理 未结案 未结 未办 没办 未办理 未办好 未成功 不成功 调解不成功 调解未成功 调解失败 在办 办理中 正在办理 正在化解 化解中 处理中 调解中 待办 待办理 待处理 待化解 受理中 已受理 跟进中 open`
		)
	]
];
