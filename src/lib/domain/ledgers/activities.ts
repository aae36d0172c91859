import type { ActivityKind, CheckableKind } from '../activities/activity';
import { shared, type Words } from './column';
import { defineLedger } from './ledger-definition';

const activityKind: Words<ActivityKind> = [
	['checked-zero', /(核实为零|零举报|零投诉|零报告|checked)/u],
	['complaint', /(投诉|举报|信访|complaint)/u],
	['villagers-meeting', /(村民大会|院坝会|村民会|坝坝会|群众会|villagers|assembl)/u],
	['village-rule-study', /(村规民约|村规|village rule|study)/u],
	['deployment-meeting', /(部署|培训|工作会|推进会|动员会|会议|deployment|briefing|training)/u],
	['appeal-broadcast', /(广播|喇叭|倡议书|broadcast|loudspeaker)/u],
	['caterer-inspection', /(一条龙|联合检查|检查|caterer|inspection)/u],
	['media-report', /(媒体|报道|新闻|稿件|media|press)/u],
	['disability-check-up', /(残疾|disab)/u],
	['health-service', /(卫生下乡|义诊|送医|健康服务|health)/u],
	['martyr-tribute', /(清明|烈士|英烈|martyr)/u],
	['defence-film', /(电影|film)/u],
	['defence-board', /(展板|board)/u],
	['defence-education', /(国防|defence|defense)/u],
	['waste-sorting', /(垃圾|waste)/u],
	['slogan', /(标语|宣传画|横幅|墙绘|海报|slogan|poster)/u],
	['other', /^(其他|其它|other)/u]
];

const zeroKind: Words<CheckableKind> = [
	['complaint', /(投诉|举报|信访|complaint)/u],
	['dissuasion', /(劝停|劝导|劝阻|dissua|called off)/u],
	['banquet', /(办宴|宴席|办酒|banquet)/u],
	['villagers-meeting', /(村民大会|院坝会|村民会|坝坝会|群众会|villagers|assembl)/u],
	['village-rule-study', /(村规民约|村规|village rule|study)/u],
	['appeal-broadcast', /(广播|喇叭|倡议书|broadcast|loudspeaker)/u],
	['health-service', /(送卫生|卫生下乡|义诊|送医|健康服务|health)/u],
	['defence-film', /(电影|film)/u],
	['waste-sorting', /(垃圾|waste)/u]
];

export const activities = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		kind: { kind: 'choice', words: activityKind, synonyms: '类别 工作类别 活动类别 活动类型 类型 种类 Kind' },
		on: { kind: 'date', synonyms: '日期 时间 开展日期 开展时间 活动日期 活动时间 工作日期 Done on' },
		subject: { kind: 'text', most: 200, synonyms: '事项 工作内容 内容 活动内容 主题 活动名称 工作事项 Subject' },
		place: { kind: 'text', most: 60, synonyms: '地点 活动地点 开展地点 Place' },
		audience: { kind: 'text', most: 60, synonyms: '对象 参加对象 参加人员 受众 Audience' },
		quantity: { kind: 'number', least: 0, most: 100_000, synonyms: '数量 场次 次数 幅数 份数 Quantity' },
		result: { kind: 'text', most: 200, synonyms: '结果 成效 办理情况 完成情况 Result' },
		responsible: { kind: 'name', synonyms: '责任人 经办人 干部 负责人 责任干部 包村干部 劝导人 Responsible' },
		evidence: { kind: 'text', most: 200, synonyms: '佐证 佐证材料 印证资料 资料 附件 Evidence' },
		note: shared.note,
		zeroKind: { kind: 'choice', words: zeroKind, synonyms: '核实类别 核零类别 Zero of' },
		zeroMonth: { kind: 'month', synonyms: '核实月份 核零月份 月份 Zero in month' }
	},
	required: ['kind', 'on', 'subject'],
	record: 'activity',
	nearDays: 0,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: true }
});
