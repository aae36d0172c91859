import { isKeptIn, type AddedKind, type AddedWork, type CampaignId } from '../activities/added-work';
import type { Campaign } from '../activities/campaign';
import { yearBounds } from '../calendar/calendar';

const opening = `# 新风拂面来　实干开新篇
——{{单位}}{{年}}年亮点工作回眸

{{年}}年，{{单位}}坚持人民至上，坚持守正创新，以移风易俗为抓手，把好事办到群众心坎上，镇域风气一年好过一年。`;

const closing = '（本版文图由{{单位}}提供）';

/** A part of the review: its heading and paragraphs, and the campaign whose added kinds follow them. */
interface Section {
	campaign: Campaign | null;
	text: string;
}

const sections: readonly Section[] = [
	{
		campaign: 'health',
		text: `## ——过去一年，是卫生健康服务更近、更实的一年。

**卫生扶助迈出新步伐。**开展“送卫生”到村社活动{{送卫生|约数}}，举办健康讲座{{健康讲座}}；联合血站、医院等开展无偿献血、残疾人体检等活动{{献血和体检|约数}}，让群众在家门口就看得上、问得着。`
	},
	{
		campaign: null,
		text: `## ——过去一年，是国防教育深入人心的一年。

**国防教育基地创建稳步推进。**组织镇村干部、派出所民警、中心校师生等开展清明祭英烈活动{{清明祭英烈}}；指导镇中心校开展“开学第一课”“国旗下的讲话”等国防教育主题活动{{国防教育}}；在主公路沿线设置国防教育展牌{{国防展牌}}，开展国防电影公益展映活动{{国防电影}}，“爱我国防”氛围更加浓厚。`
	},
	{
		campaign: 'banquet-reform',
		text: `## ——过去一年，是文明村镇创建成绩斐然的一年。

**一是部署有力。**召开政府工作部署会、村社干部工作会{{部署会工作会}}，明确要求镇村干部不操办、不参与“无事酒”。

**二是宣传引导成效显著。**把治理宴席的规定讲进农村、讲进院坝，累计举办思政宣讲{{思政宣讲}}、微宣讲{{微宣讲}}、“文艺快递”下基层{{文艺快递}}、老人集体生日宴{{老人集体生日宴}}，引导村民多参加热热闹闹的文化活动，养成文明健康的生活习惯。

**三是民主协商达成共识。**指导各村、社区召开村民大会{{村民大会}}，引导村民算清“经济、人情”这两本账，把“婚事新办、丧事简办、无事不办”写进村规民约；组织村民集中学习村规民约、村民自治章程{{学习村规民约}}，引导村民把政府治理事当成村里事、自家事。

**四是重要节点有力把控。**紧盯端午、中秋、国庆等重要时间节点，通过“村村响”广播、巡逻车流动广播播放《文明操办宴席倡议书》{{播放倡议书|约数}}，悬挂移风易俗宣传标语{{移风易俗标语}}，联合执法检查“一条龙”商家经营资质、食品安全等情况{{联合检查一条龙}}，劝停“无事酒”{{劝停无事酒}}。

{{年}}年，办宴数量较去年{{办宴|增减约数}}，{{办宴|升降}}。专项治理以来，全镇滥办宴席一直保持{{群众投诉|零}}举报，相关工作被主流媒体采访报道{{媒体报道|约数}}。`
	},
	{
		campaign: 'defence-clean-up',
		text: `## ——过去一年，是人居环境更加整洁的一年。

**清洁家园人人动手。**组织政府机关、学校、卫生院、派出所、银行等开展大扫除{{大扫除}}、清除“牛皮癣”{{清除牛皮癣}}，保持集镇干净整洁；广泛开展垃圾分类宣传活动{{垃圾分类宣传|约数}}，让垃圾有处去、乡村有颜值。`
	},
	{
		campaign: 'governance',
		text: `## ——过去一年，是基层治理能力稳步提升的一年。

**网格治理做深做实。**将全镇划分为{{网格}}网格，配备专职网格员{{专职网格员}}、兼职网格员{{兼职网格员}}，下沉“N力量”{{N力量}}，小事不出网格，大事有人牵头。全年网格、村（社区）、镇三级联动解决事件{{三级联动事件}}，{{逾期事件|无一}}逾期。

**平安建设管控有效。**开展“矛盾纠纷大排查大起底”专项行动，全年累计排查矛盾纠纷{{矛盾纠纷}}，化解{{矛盾纠纷化解}}，化解率{{矛盾纠纷化解|率}}；办理“民呼我为”事件{{民呼我为}}。

**机关作风持续向好。**开展“以案四说”警示教育{{警示教育}}，教育机关干部知敬畏、守底线。`
	}
];

/**
 * The town's own review to begin with, in the manner of its printed one (taipingchang-2024.txt): the parts that Xinfeng keeps records
 * of, and the work that the town added and kept in the year, each kind under its campaign. What else the town did in the year is written by hand between them.
 */
export function reportTemplate({ campaigns, kinds }: AddedWork, year: number): string {
	const kept = kinds.filter((kind) => isKeptIn(kind, yearBounds(year)));
	const own = sections.map(({ campaign, text }) => joined(text, campaign && sentenceOf(kept, campaign)));
	const others = campaigns.map(({ id, name }) => {
		const sentence = sentenceOf(kept, id);
		return sentence && joined(`## ——过去一年，是${name}扎实推进的一年。`, sentence);
	});
	// The section of governance ends the review.
	return `${[opening, ...own.slice(0, -1), ...others, own.at(-1), closing].filter(Boolean).join('\n\n')}\n`;
}

const joined = (text: string, sentence: string | null) => (sentence ? `${text}\n\n${sentence}` : text);

/** What the added kinds of a campaign come to, each with its words before the number; null where there is none. */
function sentenceOf(kinds: readonly AddedKind[], campaign: CampaignId): string | null {
	const own = kinds.filter((kind) => kind.campaign === campaign);
	return own.length === 0 ? null : `${own.map(phraseOf).join('，')}。`;
}

const phraseOf = ({ name, lead, isRounded }: AddedKind) => `${lead || name}{{${name}${isRounded ? '|约数' : ''}}}`;
