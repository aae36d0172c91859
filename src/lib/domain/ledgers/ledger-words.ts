import type { ActivityKind, CheckableKind } from '../activities/activity';
import type { Occasion, Origin, Outcome } from '../banquets/banquet';
import type { DissuasionOutcome } from '../banquets/dissuasion';
import type { Calendar, Diet, Mobility, PhotoConsent, Sex } from '../birthdays/elder';
import type { ChoiceList } from './ledger';

type Words<V extends string> = readonly (readonly [V, RegExp])[];

const occasion: Words<Occasion> = [
	['school', /(升学|谢师|状元|大学|录取|school)/u],
	['funeral', /(丧|白事|白喜|去世|过世|悼|葬|办夜|funeral)/u],
	['longevity', /(寿|生日|大生|周岁生|花甲|longevity)/u],
	['housewarming', /(乔迁|搬家|新房|新居|建房|上梁|house)/u],
	['full-month', /(满月|百日|周岁|出生|生育|月米|满岁|baby|full month)/u],
	['enlistment', /(参军|入伍|当兵|征兵|enlist)/u],
	['wedding', /(婚|嫁|娶|喜酒|红事|wedding)/u],
	['other', /^(其他|其它|无|杂酒|开业|other)/u]
];

const origin: Words<Origin> = [
	['found', /(未报备|没报备|发现|走访|排查|举报|^否$|^no$|found)/u],
	['declared', /(报备|已报|申报|备案|^是$|^yes$|filed|declared)/u]
];

const outcome: Words<Outcome> = [
	['family-meal', /(家庭聚餐|家庭餐|家宴|聚餐|family)/u],
	['cancelled', /(取消|未办|没办|不办|停办|劝停|劝阻成功|劝退|cancel)/u],
	['reduced', /(缩减|减少|从简|压缩|简办|减桌|reduced)/u],
	['held', /(如期|已办|办理|举办|正常|按期|办了|办完|完成|held)/u]
];

const dissuasion: Words<DissuasionOutcome> = [
	['went-ahead', /(照办|仍办|仍然|坚持|未果|无效|没劝|未劝|不听|执意|仍|went|goes ahead)/u],
	['family-meal', /(家庭聚餐|家庭餐|家宴|聚餐|family)/u],
	['reduced', /(缩减|减少|从简|压缩|简办|减桌|smaller|reduced)/u],
	['cancelled', /(取消|不办|停办|劝停|劝阻成功|成功|劝退|同意|cancel|called off)/u]
];

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

const sex: Words<Sex> = [
	['female', /^(女|女性|f|female)$/u],
	['male', /^(男|男性|m|male)$/u]
];

const calendar: Words<Calendar> = [
	['lunar', /^(农|阴|旧|古)历?$|^lunar$/u],
	['solar', /^(公|阳|新|国)历?$|^solar$/u]
];

const mobility: Words<Mobility> = [
	['homebound', /(出不了门|卧床|不能出门|不便出门|失能|homebound)/u],
	['wheelchair', /(轮椅|wheelchair)/u],
	['needs-arm', /(扶|拐|不便|半自理|差|arm)/u],
	['walks', /(好|正常|自理|能走|方便|自己走|健|walks)/u]
];

const diet: Words<Diet> = [
	['any', /^(无|没有|没有忌口|正常|不限|都可以|普通|anything|any)$/u],
	['halal', /(清真|halal)/u],
	['vegetarian', /(素|vegetarian)/u],
	['low-sugar', /(糖|sugar)/u],
	['soft', /(软|烂|稀|soft)/u],
	['light', /(清淡|少盐|不辣|少油|light)/u]
];

const photo: Words<PhotoConsent> = [
	['unasked', /^(还没问|没问|未问|未征求|notaskedyet|unasked)$/u],
	['no', /^(不同意|否|不|no|n|declined)/u],
	['yes', /^(同意|是|有|1|y|yes|agreed|√|✓)/u]
];

const yes: Words<'yes' | 'no'> = [
	['no', /^(否|不|不要|不用|不需要|无|没有|未|未看|不同意|0|n|no|×|✗)$/u],
	['yes', /^(是|要|需要|同意|有|已看|已查看|齐全|1|y|yes|√|✓)$/u]
];

const language: Words<'zh-CN' | 'en'> = [
	['zh-CN', /(中文|汉语|zh|chinese)/u],
	['en', /(英|en)/u]
];

const lists: Record<ChoiceList, Words<string>> = {
	occasion,
	origin,
	outcome,
	dissuasion,
	activityKind,
	zeroKind,
	sex,
	calendar,
	mobility,
	diet,
	photo,
	yes,
	language
};

/** Which value of a closed list the words in a cell mean; null for unknown words. The first that fits counts. */
export function readChoice(list: ChoiceList, text: string): string | null {
	const typed = text.normalize('NFKC').toLowerCase();
	const close = typed.replace(/\s/gu, '');
	return lists[list].find(([, words]) => words.test(close) || words.test(typed.trim()))?.[0] ?? null;
}
