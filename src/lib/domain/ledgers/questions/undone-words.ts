// Words of free texts by which work was not done, or a matter not settled. A row that counts as done beside them is asked about.
import type { RowValues } from '../ledger-row';
import type { Ledger, LedgerColumn } from '../ledgers';
import type { CellFault } from '../row-faults';
import { bareWord, saysNo } from '../words';

/** Words with 未, 不, 没 or 无 that deny no work: what the work is about, and findings that are good. They are taken out before the search. */
const harmless = new RegExp(
	[
		'[无杂]事酒|无(?:偿|违|烟|毒|障碍|纸化|公害|人机|线|(?:任何)?(?:异常|异议|问题|遗留|隐患|事故|违规|投诉|举报|意见))',
		'未(?:成年|来|婚|(?:发现|见|出现|造成|收到|接到)(?:任何)?(?:异常|问题|隐患|违规|违法|损失|伤亡|投诉|举报|新的)|再(?:发生|出现))',
		'没(?:收|有?(?:发现)?(?:异常|问题|隐患|违规|投诉|意见|异议))',
		'不(?:断|错|忘|良|同(?!意)|少|文明|定期|定时|动产|打烊|操办|参与|参加|铺张|攀比|大操大办|滥办|乱办|违规|收|送|随礼|信谣|传谣|造谣|乱|落地|赌|酗酒|酒驾|漏|落一|留|得|准|要|可|燃放|办(?:酒|席|宴|无事|杂))',
		'不(?:让|许|敢|想|必|仅|但|只|倒|朽|平凡|凡|懈|变|久|折不扣|动摇|松懈|松劲|停歇|间断)'
	].join('|'),
	'gu'
);

const putOff =
	'取消|延期|延后|推迟|改期|改天|改日|顺延|停开|停办|叫停|中止|终止|作废|暂停|暂缓|搁置|流会|泡汤|另行|择期|择日|再定|失败';
const doing = '开|召|举|办|组织|进行|实施|落实|完成|达|成|能|予|去|再|播|放|映|悬|挂|张|贴|制|做|搞|到|如期|按|了了之';

const day = '下(?!午)|明|后天|周|星期|\\d|[一二三四五六七八九十]+月';

/** A meeting for which too few came, or that was moved to another day. */
const brokenUp = `散了|人数?不(?:齐|够|足)|改[到在至](?:${day})|下次再`;

/** Of a text beside the result: what denies the work, and what puts it off. */
const undone = new RegExp(`[未没]|无(?:人(?:参加|到|来)|法|果|效)|不(?:${doing})|${putOff}|${brokenUp}`, 'u');

const beginning = '召|开|举|办|组织|播|放';

/** Of what the work was, and of a note: also that it is still to come. 计划生育, 筹备会 and 部署下月工作 are work that was done. */
const notYet = new RegExp(
	`${undone.source}|(?<![模草])拟(?:[于在]|${beginning})|(?:计划|准备)(?:[于在下]|${beginning})|筹备(?!会|组|工作|领导)|(?<![接招看])待(?:定|${beginning})|下个?(?:[月周年]|星期|季度)(?:${beginning})|通知(?:召开|开)|即?将(?:于|${beginning})`,
	'u'
);

/** Of a text that is the result itself: also whatever else denies, and work that is still to be done. */
const withoutResult = new RegExp(
	`${undone.source}|[无否不]|进行中|[开办处推筹准]\\S?中$|筹备|计划|待(?:开|召|举|办|定|完成|实施|播|放)|^拟`,
	'u'
);

/** Of how a matter was settled: it was not, it is still at work, or it went to others. */
const unsettled = new RegExp(
	`[未没]|无(?:法|果|效|结果)|不(?:成|了|能|予|同意|愿|接受|服|行|满意)|${putOff}|拒|反悔|移交|移送|转交|转办|起诉|诉讼|(?<![接招看善优])待|正在|(?:理|[调化]解|协商)中(?!心)|跟进|继续`,
	'u'
);

/** Within the matter itself, which tells of much that people do not do. */
const matterUnsettled =
	/[未没]有?(?:能)?(?:化解|办结|结案|调解成)|(?:化解|调解|协商)(?:失败|不成|未成|未果|无果|无效)/u;

/** Beside a dissuasion that counts. */
const wentAhead =
	/未果|失败|无效|仍[然旧要]*办|照办|照常|坚持|执意|反悔|又办|还是办|劝不住|不听|[未没不]有?(?:劝|同意|接受|成功)|拒绝/u;

/** Beside a banquet that was called off or became a family meal: the dissuasion failed, or it was held after all. */
const wasHeld = new RegExp(`${wentAhead.source}|(?<![不未没再停])办了|[摆请]了|[未没]有?(?:取消|停办)`, 'u');

/** Beside a banquet that took place. */
const calledOff = /取消|停办|[未没不]有?办|延期|推迟|改期|暂停|暂缓/u;

/** The same in English, whatever the text is of. */
const english = /\b(?:not|never|cancell?ed|called off|postponed|failed|pending)\b/iu;

/** The texts of a row that say the contrary of what it counts as, and the cells that this rests on. */
interface Looked extends Pick<CellFault, 'with'> {
	texts: Partial<Record<LedgerColumn, RegExp>>;
}

/** Per ledger what is looked for; null: the row counts as nothing. */
const lookedFor: Partial<Record<Ledger, (values: RowValues) => Looked | null>> = {
	activities: ({ kind }) =>
		kind === 'checked-zero'
			? null
			: {
					texts: {
						result: withoutResult,
						subject: notYet,
						note: notYet,
						place: undone,
						audience: undone,
						evidence: undone
					}
				},
	cases: ({ settledOn }) =>
		settledOn === undefined
			? null
			: { texts: { settlement: unsettled, matter: matterUnsettled }, with: ['caseState', 'settledOn'] },
	dissuasions: ({ dissuasion }) =>
		dissuasion === undefined || dissuasion === 'went-ahead' || dissuasion === 'open'
			? null
			: { texts: { note: wentAhead }, with: ['dissuasion'] },
	banquets: ({ outcome, tablesHeld }) =>
		outcome === 'open' || (outcome === undefined && !tablesHeld)
			? null
			: {
					texts: { note: outcome === 'cancelled' || outcome === 'family-meal' ? wasHeld : calledOff },
					with: ['outcome', 'tablesHeld']
				}
};

/** The texts of a row that say that what it counts as was not done: each is asked about. */
export function findUndone(ledger: Ledger, values: RowValues): CellFault[] {
	const looked = lookedFor[ledger]?.(values) ?? null;
	if (looked === null) return [];
	const { texts, ...others } = looked;
	return Object.entries(texts).flatMap(([name, words]) => {
		const column = name as LedgerColumn;
		const text = values[column];
		if (typeof text !== 'string' || !isUndone(text, words, column)) return [];
		return { column, fault: 'says-undone' as const, ...others };
	});
}

function isUndone(text: string, words: RegExp, column: LedgerColumn): boolean {
	const bare = bareWord(text);
	// Of a note or a place 没有 is as good as a blank; of a result it says that there was none.
	if (column !== 'result' && bare === '没有') return false;
	if (column === 'result' && (bare === '0' || saysNo.split(' ').includes(bare))) return true;
	return words.test(bare.replace(harmless, '')) || english.test(text);
}
