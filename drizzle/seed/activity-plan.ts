import type { RecordedKind } from '../../src/lib/forms/activities/activity';

/** What the entries of a kind say, and when and by whom they are made. */
export interface EntryPlan {
	/** Kept by the town, or by the villages in turn. */
	by: 'town' | 'villages';
	months?: [number, number];
	subjects: string[];
	place: string;
	audience: string;
	result: string;
}

/** A kind of entry in the work ledger: how many in 2023 and in 2024. */
export interface ActivityPlan extends EntryPlan {
	kind: RecordedKind;
	/** Entries; a list gives each entry's quantity where the figure sums quantities. */
	2023: number | number[];
	2024: number | number[];
}

export const activityPlans: ActivityPlan[] = [
	{
		kind: 'deployment-meeting',
		2023: 9,
		2024: 24,
		by: 'town',
		subjects: ['滥办宴席专项治理部署会', '村社干部工作会：移风易俗', '重要节点值守安排会'],
		place: '镇政府会议室',
		audience: '镇村干部',
		result: '明确镇村干部不操办、不参与无事酒'
	},
	{
		kind: 'villagers-meeting',
		2023: 14,
		2024: 34,
		by: 'villages',
		subjects: ['村民大会：算清经济账、人情账', '村民大会：商议修订村规民约', '院坝会：宴席怎么办大家定'],
		place: '村党群服务中心',
		audience: '村民代表',
		result: '形成会议记录，村务公开栏公示'
	},
	{
		kind: 'village-rule-study',
		2023: 12,
		2024: 49,
		by: 'villages',
		subjects: ['集中学习村规民约', '集中学习村民自治章程'],
		place: '村活动室',
		audience: '村民',
		result: '签到、照片存档'
	},
	{
		kind: 'appeal-broadcast',
		2023: 60,
		2024: 206,
		by: 'villages',
		subjects: ['“村村响”播放《文明操办宴席倡议书》', '巡逻车流动广播《文明操办宴席倡议书》'],
		place: '全村',
		audience: '全体村民',
		result: '按时播放'
	},
	{
		kind: 'slogan',
		2023: [3, 2, 3],
		2024: [4, 3, 5, 2, 4, 3],
		by: 'town',
		subjects: ['主公路沿线悬挂移风易俗标语', '居民点悬挂移风易俗标语'],
		place: '主公路沿线',
		audience: '过往群众',
		result: '已悬挂'
	},
	{
		kind: 'caterer-inspection',
		2023: 3,
		2024: 11,
		by: 'town',
		subjects: ['联合检查“一条龙”商家：经营资质、食品安全'],
		place: '集镇',
		audience: '“一条龙”商家',
		result: '发现问题当场提醒整改'
	},
	{
		kind: 'media-report',
		2023: 4,
		2024: 32,
		by: 'town',
		subjects: ['媒体报道：移风易俗见实效', '媒体报道：老人集体生日宴', '媒体报道：院坝里的微宣讲'],
		place: '',
		audience: '',
		result: '已刊发'
	},
	{
		kind: 'health-service',
		2023: 9,
		2024: 12,
		by: 'villages',
		subjects: ['“送卫生”到村社：量血压、查血糖'],
		place: '村卫生室',
		audience: '村民',
		result: '现场建档'
	},
	{
		kind: 'disability-check-up',
		2023: 5,
		2024: 7,
		by: 'town',
		subjects: ['联合宏仁医院开展残疾人体检'],
		place: '镇卫生院',
		audience: '持证残疾人',
		result: '体检报告已送达'
	},
	{
		kind: 'martyr-tribute',
		2023: 4,
		2024: 5,
		by: 'town',
		months: [4, 4],
		subjects: ['清明祭英烈'],
		place: '烈士陵园',
		audience: '中心校师生、镇村干部',
		result: '活动照片存档'
	},
	{
		kind: 'defence-education',
		2023: 5,
		2024: 7,
		by: 'town',
		subjects: ['国防教育主题活动：开学第一课', '国防教育主题活动：国旗下的讲话'],
		place: '镇中心校',
		audience: '中心校师生',
		result: '活动照片存档'
	},
	{
		kind: 'defence-film',
		2023: 20,
		2024: 27,
		by: 'villages',
		months: [5, 10],
		subjects: ['国防电影公益放映'],
		place: '村文化院坝',
		audience: '村民',
		result: '放映完成'
	},
	{
		kind: 'defence-board',
		2023: [25, 20, 15],
		2024: [20, 18, 22, 17, 20],
		by: 'town',
		subjects: ['主公路沿线设置国防教育展牌'],
		place: '主公路沿线堡坎、灯杆',
		audience: '过往群众',
		result: '已安装'
	},
	{
		kind: 'waste-sorting',
		2023: 25,
		2024: 43,
		by: 'villages',
		subjects: ['垃圾分类入户宣传', '垃圾分类院坝会'],
		place: '居民点',
		audience: '村民',
		result: '发放宣传海报'
	}
];
