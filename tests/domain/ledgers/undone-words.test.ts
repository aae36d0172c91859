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

const faults = (ledger: keyof typeof rows, texts: RowTexts, sure: LedgerColumn[] = []) =>
	readRow(ledger, { ...rows[ledger], ...texts }, reading, sure).faults.map(
		({ column, fault }) => `${column}: ${fault}`
	);

describe('work that was not done is asked about', () => {
	test.each(
		'未开展 没有完成 未召开 没开 没召开 因雨取消 延期 推迟到下月 改期 未完成 否 × 无 不开了 无人参加 失败 进行中 办理中 筹备中 待开展 计划下周召开 拟下周开 不予办理 Postponed'.split(
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
		['note', 'Called off: rain']
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
		['note', '照片已存档']
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
		'调解失败，未化解 未化解，移交司法所 移送派出所 调解未成功 双方不同意 没谈拢 正在办理 调解中 待处理 反悔 继续跟进 无果 未果'.split(
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
		'双方没有异议'
	])('is settled where its result says %s', (settlement) => expect(faults('cases', { settlement })).toEqual([]));

	test('is asked about where its matter says so, which may tell of much that people do not do', () => {
		expect(faults('cases', { matter: '地界纠纷，未化解' })).toEqual(['matter: says-undone']);
		for (const matter of ['务工工钱未付', '路灯不亮', '垃圾桶满了没人清'])
			expect(faults('cases', { matter })).toEqual([]);
	});
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
