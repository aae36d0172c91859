// Whole words of offices for the kinds of the work ledger. What is not listed is asked about.
import type { ActivityKind, CheckableKind } from '../activities/activity';
import { caseKind } from './case-words';
import { means, type Words } from './words';

const done = { before: '召开 开展 组织 组织召开 举行 举办 进行 参加', after: '活动 工作 宣传 宣传活动' };
const shown = { before: '悬挂 张贴 制作 粉刷 绘制 设置 摆放', after: '宣传' };

const complaint = means('投诉 群众投诉 举报 群众举报 信访 信访件 投诉举报 complaint', { before: '处理 收到 接到' });
const assembly = means(
	'村民大会 村民会 村民会议 群众会 群众大会 院坝会 院落会 坝坝会 villagers’meeting villagersmeeting assembly',
	done
);
const ruleStudy = means('村规民约 村规民约学习 学习村规民约 村规学习 studyofvillagerules villagerulestudy', done);
const broadcast = means(
	'广播 倡议书广播 广播倡议书 倡议书 倡议广播 村村响 村村响广播 大喇叭 喇叭 喇叭广播 appealbroadcast broadcast',
	{
		before: '播放 播出',
		after: '宣传 播放'
	}
);
const health = means(
	'送卫生下乡 送卫生 送卫生到村社 卫生下乡 义诊 健康义诊 送医下乡 送医 健康服务 healthserviceinavillage healthservice',
	done
);
const film = means(
	'国防电影 国防电影放映 国防电影公益展映 电影 电影放映 放电影 放映电影 defencefilmscreening defencefilm',
	done
);
const waste = means('垃圾分类 垃圾分类宣传 wastesortingcampaign wastesorting', done);

export const activityKind: Words<ActivityKind> = [
	['checked-zero', means('核实为零 已核实为零 零举报 零投诉 零报告 checkedzero')],
	['complaint', complaint],
	['villagers-meeting', assembly],
	['village-rule-study', ruleStudy],
	[
		'deployment-meeting',
		means(
			'部署会 部署会、培训会 部署会、工作会 培训会 部署 培训 工作会 工作部署会 部署会议 推进会 工作推进会 动员会 会议 专题会 专题会议 业务培训 deploymentortrainingmeeting deploymentmeeting training',
			done
		)
	],
	['appeal-broadcast', broadcast],
	[
		'caterer-inspection',
		means(
			'一条龙 一条龙检查 一条龙联合检查 联合检查一条龙 联合检查 检查 检查一条龙 厨师检查 jointinspectionofcaterers catererinspection inspection',
			done
		)
	],
	[
		'media-report',
		means('媒体 媒体报道 报道 新闻报道 新闻 新闻稿 稿件 宣传稿 宣传报道 mediareport', { before: '刊发 发布' })
	],
	['disability-check-up', means('残疾人体检 残疾体检 check-upfordisabledpeople disabilitycheck-up', done)],
	['health-service', health],
	['martyr-tribute', means('清明祭英烈 祭英烈 清明祭扫 祭扫烈士墓 烈士祭扫 祭扫 tributetomartyrs martyrtribute', done)],
	['defence-film', film],
	['defence-board', means('国防宣传展板 国防教育展牌 国防展板 展板 宣传展板 defencedisplayboards defenceboard', shown)],
	[
		'defence-education',
		means('国防教育 国防教育主题活动 国防教育进校园 国防教育入校园 defenceeducationatschool defenceeducation', done)
	],
	['waste-sorting', waste],
	[
		'slogan',
		means(
			'标语 标语、宣传画 移风易俗标语 宣传标语 宣传画 横幅 宣传横幅 条幅 墙绘 文化墙 海报 宣传海报 slogansandposters slogan poster',
			shown
		)
	],
	['warning', means('警示教育 以案四说 以案四说警示教育 廉政警示教育 警示教育会 warningeducation warning', done)],
	['other', means('其他 其它 other')]
];

export const zeroKind: Words<CheckableKind> = [
	['complaint', complaint],
	['dissuasion', means('劝停 劝停“无事酒” 劝停无事酒 劝停宴席 劝导 劝阻 劝停台账 banquetsdissuaded dissuasion')],
	['banquet', means('办宴 宴席 办酒 办席 宴席台账 banquetsheld banquet')],
	['villagers-meeting', assembly],
	['village-rule-study', ruleStudy],
	['appeal-broadcast', broadcast],
	['health-service', health],
	['defence-film', film],
	['waste-sorting', waste],
	...caseKind
];
