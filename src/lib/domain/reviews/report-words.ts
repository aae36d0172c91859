import { findAddedKind, isAddedKind, type AddedWork } from '../activities/added-work';
import type { BuiltInFigureId, FigureId, FigureUnit } from '../figures/figure';

/** What a figure is called between the braces of a yearly review: short, as a clerk says it. Never changed once texts use it. */
export const reportNames: Record<BuiltInFigureId, string> = {
	'banquets-held': '办宴',
	'banquets-dissuaded': '劝停无事酒',
	'banquets-declared': '宴席报备',
	'deployment-meetings': '部署会工作会',
	'villagers-meetings': '村民大会',
	'village-rule-studies': '学习村规民约',
	'ideological-talks': '思政宣讲',
	'micro-talks': '微宣讲',
	'lecture-attendance': '听讲人次',
	'arts-performances': '文艺快递',
	'birthday-banquets': '老人集体生日宴',
	'appeal-broadcasts': '播放倡议书',
	slogans: '移风易俗标语',
	'caterer-inspections': '联合检查一条龙',
	'media-reports': '媒体报道',
	'pledges-in-force': '有效承诺',
	'pledges-signed': '新签承诺',
	complaints: '群众投诉',
	'health-lectures': '健康讲座',
	'health-services': '送卫生',
	'blood-and-checkups': '献血和体检',
	'blood-donations': '献血人次',
	'blood-millilitres': '献血量',
	'first-time-donors': '首次献血',
	'repeat-donors': '再次献血',
	'martyr-tributes': '清明祭英烈',
	'defence-education': '国防教育',
	'defence-films': '国防电影',
	'defence-boards': '国防展牌',
	'clean-up-days': '大扫除',
	'small-ads-removals': '清除牛皮癣',
	'waste-sorting': '垃圾分类宣传',
	grids: '网格',
	'grid-workers-full-time': '专职网格员',
	'grid-workers-part-time': '兼职网格员',
	'grid-helpers': 'N力量',
	warnings: '警示教育',
	'disputes-received': '矛盾纠纷',
	'disputes-settled': '矛盾纠纷化解',
	calls: '民呼我为',
	'incidents-settled': '三级联动事件',
	'incidents-settled-grid': '网格解决事件',
	'incidents-settled-village': '村社区解决事件',
	'incidents-settled-town': '镇解决事件',
	'incidents-overdue': '逾期事件',
	'elders-hosted': '赴宴老人',
	'cakes-delivered': '送蛋糕'
};

/** The names of the year and of the town in the text of a review. No figure has one of them. */
export const reservedNames = { year: '年', unit: '单位' } as const;

/** The same of every figure of a town: one of an added kind is called as the kind is. */
export const reportNameOf = (id: FigureId, added: AddedWork): string =>
	isAddedKind(id) ? findAddedKind(added, id)!.name : reportNames[id];

/** The units as the review's prose writes them, after the number and without a space. */
export const reportUnits: Record<FigureUnit, string> = {
	banquets: '场',
	sessions: '场次',
	pieces: '幅',
	places: '处',
	times: '次',
	people: '名',
	'person-times': '人次',
	households: '户',
	grids: '个',
	cases: '起',
	boards: '块',
	sheets: '张',
	copies: '份',
	objects: '个',
	items: '项',
	matters: '件',
	'matter-times': '件次',
	millilitres: '毫升'
};
