import { describe, expect, test } from 'vitest';
import { readRow, type RowTexts } from '../../../src/lib/domain/ledgers/ledger-row';
import type { Ledger, LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { reading } from './row-reading';

const rows = {
	activities: { kind: '院坝会', on: '2024-05-20', subject: '移风易俗院坝会', responsible: '刘干部' },
	cases: { caseKind: '矛盾纠纷', receivedOn: '2024-03-01', matter: '甲乙地界', settledOn: '2024-03-05' },
	dissuasions: { host: '张三', wentOn: '2024-03-01', dissuasion: '取消' },
	banquets: { host: '张三', occasion: '结婚', plannedOn: '2024-03-05', tablesHeld: '12' }
} satisfies Partial<Record<Ledger, RowTexts>>;

/** The cells that may be changed with the one that is asked about: the word may be right, and what the row counts as wrong. */
const restsOn = (ledger: keyof typeof rows, texts: RowTexts) =>
	readRow(ledger, { ...rows[ledger], ...texts }, reading).faults;

const faults = (ledger: keyof typeof rows, texts: RowTexts, sure: LedgerColumn[] = []) =>
	readRow(ledger, { ...rows[ledger], ...texts }, reading, sure).faults.map(
		({ column, fault }) => `${column}: ${fault}`
	);

test('what says the contrary offers the cells that it rests on', () => {
	const asked = (column: LedgerColumn) => ({ column, fault: 'says-undone' });
	expect(restsOn('activities', { note: '延期' })).toStrictEqual([asked('note')]);
	const inCase = ['caseState', 'settledOn'];
	expect(restsOn('cases', { settlement: '未果' })).toStrictEqual([{ ...asked('settlement'), with: inCase }]);
	expect(restsOn('dissuasions', { note: '未果' })).toStrictEqual([{ ...asked('note'), with: ['dissuasion'] }]);
	const ofBanquet = ['outcome', 'tablesHeld'];
	expect(restsOn('banquets', { note: '取消' })).toStrictEqual([{ ...asked('note'), with: ofBanquet }]);
});

describe('work that was not done is asked about', () => {
	test.each(
		'未开展 没有完成 未召开 没开 没召开 因雨取消 延期 推迟到下月 改期 未完成 否 × 无 不开了 无人参加 失败 进行中 办理中 筹备中 待开展 计划下周召开 拟下周开 不予办理 Postponed No false x 0 0。 没有 开展中 处理中 推进中 准备中 待召开 待举办 待办 待定 待完成 待实施 待播放 待放映'.split(
			' '
		)
	)('where the result says %s', (result) => {
		expect(faults('activities', { result })).toEqual(['result: says-undone']);
	});

	test.each([
		['subject', '院坝会（未召开）'],
		['subject', '院坝会，因雨没开成'],
		['note', '取消，未开'],
		['note', '人不齐，改天再开'],
		['note', '不开了'],
		['place', '未定'],
		['audience', '无人参加'],
		['evidence', '会议取消的通知'],
		['result', 'was not held'],
		['note', 'Called off: rain'],
		['note', '原定周五开，后来没有'],
		['note', 'Canceled'],
		['note', 'cancelled'],
		['note', 'Never held'],
		['subject', 'Meeting (pending)']
	] as const)('where %s says %s', (column, text) => {
		expect(faults('activities', { [column]: text })).toEqual([`${column}: says-undone`]);
		expect(faults('activities', { [column]: text }, [column])).toEqual([]);
	});

	test.each([
		['result', '明确镇村干部不操办、不参与无事酒'],
		['result', '未见异常'],
		['result', '未发现问题'],
		['result', '无异议，通过'],
		['result', '已召开'],
		['result', '已完成'],
		['result', '按时播放'],
		['result', '效果不错'],
		['subject', '整治无事酒工作推进会'],
		['subject', '不办无事酒倡议'],
		['subject', '无偿献血宣传'],
		['subject', '未成年人保护'],
		['subject', '不忘初心主题会'],
		['subject', '工作计划部署会'],
		['note', '无'],
		['note', '暂无'],
		['note', '没有'],
		['note', '照片已存档'],
		['note', '天气不冷'],
		['note', '人来得不多'],
		['note', 'Nothing else'],
		['evidence', '否'],
		['evidence', 'x'],
		['audience', '0']
	] as const)('but not where %s says %s', (column, text) => {
		expect(faults('activities', { [column]: text })).toEqual([]);
	});

	test.each(
		'拟召开村民大会 拟于3月5日开会 计划召开村民大会 计划于周五开 计划下周开 准备开村民大会 筹备村民大会 村民大会（待开） 待定 下月召开村民大会 下个月开会 下周举办 下星期开 下季度办 通知召开村民大会 通知开会 将于周五召开 即将召开 改到下月 改在明天 改至10日 改到三月 人不齐，散了 人数不足 人不够 下次再开'.split(
			' '
		)
	)('where what it was, or its note, says that it is still to come: %s', (text) => {
		expect(faults('activities', { subject: text })).toEqual(['subject: says-undone']);
		expect(faults('activities', { note: text })).toEqual(['note: says-undone']);
	});

	test.each(
		'计划生育宣传 村民大会筹备会 换届筹备组会议 筹备工作会 生日宴筹备领导小组会 工作计划部署会 下月计划 安排部署下月工作 学习下年计划 防汛模拟开闸演练 草拟办法讨论会 改到村部召开 改到下午 接待办事群众 看待办酒的陋习 准备工作会 通知到户 会议通知 发放通知 将军碑祭扫'.split(
			' '
		)
	)('but not where it tells of work that was done: %s', (text) => {
		expect(faults('activities', { subject: text, note: text })).toEqual([]);
	});

	test.each(
		'不开 不召开 不举行 不办了 不组织 不进行 不实施 不落实 不完成 人数不达标 不成 不能来 不予通过 不去了 不再开 不播了 不放了 不映 不悬挂 不挂了 不张贴 不贴了 不制作 不做了 不搞了 不到位 不如期 不按时 不了了之 无人参加 无人到 无人来 无法开 无果 无效 延后 推迟 改期 改天 改日 顺延 停开 停办 叫停 中止 终止 作废 暂停 暂缓 搁置 流会 泡汤 时间另行通知 择期 择日 再定 失败'.split(
			' '
		)
	)('wherever a text denies it or puts it off: %s', (text) => {
		for (const column of ['result', 'subject', 'note', 'place', 'audience', 'evidence'] as const)
			expect(faults('activities', { [column]: text })).toEqual([`${column}: says-undone`]);
	});

	test.each(
		[
			'整治无事酒 整治杂事酒 无偿 无违建 无烟 无毒 无障碍 无纸化 无公害 无人机 无线 无异常 无任何异议 无问题 无遗留 无隐患 无事故 无违规 无投诉 无举报 无意见',
			'未成年人 未来 未婚 未发现异常 未发现任何问题 未见隐患 未出现违规 未造成损失 未造成伤亡 未收到投诉 未接到举报 未发现违法 未发现新的线索 未再发生 未再出现',
			'没收 没异常 没有问题 没发现隐患 没有违规 没有投诉 没意见 没有异议',
			'不断 不错 不忘 不良 不同村 不少 不文明 不定期 不定时 不动产 不打烊 不操办 不参与 不参加 不铺张 不攀比 不大操大办 不滥办 不乱办 不违规 不收礼 不送礼 不随礼 不信谣 不传谣 不造谣 不乱扔 不落地 不赌 不酗酒 不酒驾',
			'不漏一户 不落一人 不留死角 不得 不准 不要 不可 不燃放 不办酒 不办席 不办宴 不办无事酒 不办杂酒 不让一人掉队 不许 不敢 不想 不必 不仅 不但 不只 不倒 不朽 不平凡 不凡 不懈 不变 不久 不折不扣 不动摇 不松懈 不松劲 不停歇 不间断'
		].flatMap((words) => words.split(' '))
	)('but not by words of good findings and of what people do not do: %s', (text) => {
		for (const column of ['result', 'note'] as const) expect(faults('activities', { [column]: text })).toEqual([]);
	});

	test('and not where the result tells of what comes next', () => {
		expect(faults('activities', { result: '明确下月开展排查' })).toEqual([]);
		for (const result of ['人不齐', '改到下月', '散了']) {
			expect(faults('activities', { result })).toEqual(['result: says-undone']);
		}
	});

	test('but not of a month that had none', () => {
		expect(
			faults('activities', {
				kind: '核实为零',
				subject: '',
				on: '',
				result: '未接到',
				zeroKind: '投诉',
				zeroMonth: '4月'
			})
		).toEqual([]);
	});
});

describe('a case that has a day of its end', () => {
	test.each(
		'调解失败，未化解 未化解，移交司法所 移送派出所 调解未成功 双方不同意 没谈拢 正在办理 调解中 待处理 反悔 继续跟进 无果 未果 没结果 无法联系 无效果 无结果 不成 解决不了 不能办 不予受理 不同意 不愿调解 不接受 不服 不行 不满意 推迟 拒签 拒绝 已移交 已移送 转交派出所 转办 已起诉 诉讼 正在协商 办理中 处理中 受理中 审理中 清理中 化解中 协商中 跟进 继续调解'.split(
			' '
		)
	)('is asked about where its result says %s', (settlement) => {
		expect(faults('cases', { settlement })).toEqual(['settlement: says-undone']);
		expect(faults('cases', { settlement, settledOn: '' })).toEqual([]);
		expect(faults('cases', { settlement }, ['settlement'])).toEqual([]);
	});

	test.each([
		'和解',
		'调解达成一致，现场签了调解书',
		'镇里协调部门处理完毕',
		'双方互不追究',
		'今后不再争吵',
		'双方没有异议',
		'经县矛盾纠纷调处化解中心调解，双方和解',
		'经镇调解中心调解，达成一致',
		'物业管理中心已修好',
		'承诺善待老人',
		'镇便民接待站已答复',
		'无',
		'没有'
	])('is settled where its result says %s', (settlement) => expect(faults('cases', { settlement })).toEqual([]));

	test('is asked about where its matter says so, which may tell of much that people do not do', () => {
		for (const matter of '未化解 没有化解 未能办结 没有能结案 未调解成 化解失败 调解不成 调解未成 协商未果 协商无果 调解无效'.split(
			' '
		))
			expect(faults('cases', { matter: `地界纠纷，${matter}` })).toEqual(['matter: says-undone']);
		for (const matter of ['务工工钱未付', '路灯不亮', '垃圾桶满了没人清'])
			expect(faults('cases', { matter })).toEqual([]);
	});
});

test.each(
	'未果 失败 无效 仍办 仍然办 仍旧办 仍要办 照办 照常 坚持要办 执意要办 反悔 又办 还是办了 劝不住 不听 未劝住 没有劝住 不同意 未接受 不接受 没有成功 拒绝'.split(
		' '
	)
)('a note beside a dissuasion that counts is asked about: %s', (note) => {
	expect(faults('dissuasions', { note })).toEqual(['note: says-undone']);
	expect(faults('dissuasions', { note, dissuasion: '' }), 'it says no outcome').toEqual([]);
	expect(faults('dissuasions', { note, dissuasion: '还没有结果' }), 'it has none yet').toEqual([]);
	expect(faults('dissuasions', { note, dissuasion: '照办' }), 'it says so itself').toEqual([]);
});

test.each('取消 停办 没办 未办 不办 没有办 未有办 延期 推迟 改期 暂停 暂缓'.split(' '))(
	'a note beside a banquet that took place is asked about: %s',
	(note) => {
		expect(faults('banquets', { note })).toEqual(['note: says-undone']);
		expect(faults('banquets', { note, tablesHeld: '', outcome: '待定' }), 'it has no outcome yet').toEqual([]);
	}
);

test.each('已办 如期办 办了12桌 有办酒场地'.split(' '))('and is not where it says %s', (note) => {
	expect(faults('banquets', { note })).toEqual([]);
});

test('a note that says the contrary of the outcome is asked about', () => {
	expect(faults('dissuasions', { note: '后来又办了' })).toEqual(['note: says-undone']);
	expect(faults('dissuasions', { note: '劝导未果' })).toEqual(['note: says-undone']);
	expect(faults('dissuasions', { note: '答应不办了' })).toEqual([]);
	expect(faults('dissuasions', { note: '仍办', dissuasion: '照办' })).toEqual([]);
	expect(faults('banquets', { note: '因雨取消' })).toEqual(['note: says-undone']);
	expect(faults('banquets', { note: '取消', tablesHeld: '' })).toEqual([]);
	expect(faults('banquets', { note: '不收礼金' })).toEqual([]);
});

describe('a banquet that was called off', () => {
	const noted = (note: string) => faults('banquets', { note, tablesHeld: '0', outcome: '取消' });

	test.each(
		'劝停失败，照办了20桌 其实办了 未劝停 劝导无效 仍办 后来又办 坚持要办 实际摆了8桌 请了10桌 未取消 没有取消 没停办 户主反悔'.split(
			' '
		)
	)('is asked about where its note says %s', (note) => {
		expect(noted(note)).toEqual(['note: says-undone']);
	});

	test.each(
		'取消 因雨取消 劝停成功 不办了 说好不再办了 已停办了 没办 未办 同意取消，退了订金 原计划20桌，取消不办 户主主动取消'.split(
			' '
		)
	)('is taken where it says %s', (note) => {
		expect(noted(note)).toEqual([]);
	});

	test('or became a family meal is asked about likewise, but not where the feast itself was called off', () => {
		const noted = (note: string) => faults('banquets', { note, tablesHeld: '', outcome: '改为家庭聚餐' });
		expect(noted('劝停失败，照办了20桌')).toEqual(['note: says-undone']);
		expect(noted('取消宴席，一家人吃饭')).toEqual([]);
	});

	test('and of which no note is read while it says no outcome', () => {
		expect(faults('banquets', { note: '其实办了', tablesHeld: '', outcome: '待定' })).toEqual([]);
	});
});
