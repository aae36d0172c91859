import { describe, expect, it } from 'vitest';
import { nothingAdded, type AddedKind, type AddedWork } from '../../../src/lib/domain/activities/added-work';
import { decideActivityRow } from '../../../src/lib/domain/ledgers/activity-row';
import { addedMeaning } from '../../../src/lib/domain/ledgers/added-words';
import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
import { readRow, type RowTexts, type RowValues } from '../../../src/lib/domain/ledgers/ledger-row';
import { reading, refusedFor } from './row-reading';

const named = { kind: 'villagers-meeting', on: '2024-05-20', subject: '人居环境', responsible: '刘干部' };
const decide = (values: RowValues) =>
	decideActivityRow(values, { today: '2024-06-15', farthestDays: 30 }, nothingAdded);
const row = (values: RowValues) => decide({ ...named, ...values });
const zero = (values: RowValues) =>
	decide({ kind: 'checked-zero', responsible: '刘干部', zeroKind: 'complaint', zeroMonth: '2024-05', ...values });
const facts = (values: object) => ({ facts: expect.objectContaining(values) });

describe('a row of the work ledger', () => {
	it('that says no more than it must is one of its kind', () => {
		expect(row({})).toEqual({
			facts: {
				kind: 'villagers-meeting',
				doneOn: '2024-05-20',
				subject: '人居环境',
				place: '',
				audience: '',
				quantity: 1,
				result: '',
				responsible: '刘干部',
				evidence: '',
				note: '',
				zeroKind: null,
				zeroMonth: null
			}
		});
	});

	it('says all that its cells say', () => {
		const cells = { place: '村委会', audience: '村民', quantity: 2, result: '通过', evidence: '照片', note: '雨天' };
		expect(row(cells)).toEqual(facts({ ...cells, zeroKind: null, zeroMonth: null }));
	});

	it('that says of which month there was none is asked about, for it is of another kind', () => {
		expect(row({ zeroKind: 'banquet', zeroMonth: '2024-04' })).toEqual(
			refusedFor(['zeroKind', 'contradicts-kind', 'kind'], ['zeroMonth', 'contradicts-kind', 'kind'])
		);
	});

	it.each(['kind', 'on', 'subject', 'responsible'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(refusedFor([column, 'missing']));
	});

	it('is not from a day to come', () => {
		expect(row({ on: '2024-06-15' })).toEqual(facts({ doneOn: '2024-06-15' }));
		expect(row({ on: '2024-06-16' })).toEqual(refusedFor(['on', 'date-in-future']));
	});

	it('of slogans and boards says how many, as their number is what counts', () => {
		for (const kind of ['slogan', 'defence-board']) {
			expect(row({ kind })).toEqual(refusedFor(['quantity', 'missing', 'kind']));
			expect(row({ kind, quantity: 3 })).toEqual(facts({ quantity: 3 }));
		}
	});

	it.each(['电话13800000000', '身份证500101194803050011'])('holds no number of a person: %s', (subject) => {
		expect(row({ subject })).toEqual(refusedFor(['subject', 'personal-number']));
	});

	it('is never of none: a zero is a kind of its own', () => {
		expect(row({ quantity: 0 })).toEqual(refusedFor(['quantity', 'says-none', 'kind']));
	});
});

describe('a row that says a month had none', () => {
	it('is from today, without subject and number', () => {
		expect(zero({ quantity: 5 })).toEqual(refusedFor(['quantity', 'contradicts-zero', 'kind']));
		expect(zero({})).toEqual(
			facts({ doneOn: '2024-06-15', subject: '', quantity: 0, zeroKind: 'complaint', zeroMonth: '2024-05' })
		);
		expect(zero({ zeroKind: 'banquet', on: '2024-06-02', quantity: 0 })).toEqual(
			facts({ zeroKind: 'banquet', doneOn: '2024-06-02', quantity: 0 })
		);
	});

	it('says who looked it through, and the month', () => {
		expect(zero({ responsible: undefined })).toEqual(refusedFor(['responsible', 'missing']));
		expect(zero({ zeroKind: undefined })).toEqual(refusedFor(['zeroKind', 'zero-of-what', 'kind']));
		expect(zero({ zeroMonth: undefined })).toEqual(refusedFor(['zeroMonth', 'zero-incomplete', 'kind']));
	});

	it('is of a month that is over: from its last day on', () => {
		expect(zero({ zeroMonth: '2024-06' })).toEqual(refusedFor(['zeroMonth', 'month-not-over']));
		const atEnd = decideActivityRow(
			{ kind: 'checked-zero', responsible: '刘干部', zeroKind: 'complaint', zeroMonth: '2024-06' },
			{ today: '2024-06-30', farthestDays: 30 },
			nothingAdded
		);
		expect(atEnd).toEqual(facts({ zeroMonth: '2024-06' }));
	});

	it('is not from a day to come either', () => {
		expect(zero({ on: '2024-06-16' })).toEqual(refusedFor(['on', 'date-in-future']));
	});
});

describe('a kind that the town added', () => {
	const visits = { id: 'added-1', counts: 'entries', fromOn: '2024-03-15', closedFromOn: '2024-05-10' };
	const added = { campaigns: [], kinds: [visits] } as unknown as AddedWork;
	const decide = (values: RowValues) => decideActivityRow(values, { today: '2024-06-15', farthestDays: 30 }, added);

	it.each([
		['2024-03-14', false],
		['2024-03-15', true],
		['2024-05-09', true],
		['2024-05-10', false]
	])('is of a day on which it is kept: %s', (on, isKept) => {
		const read = decide({ ...named, kind: 'added-1', on });
		expect(read).toEqual(isKept ? facts({ kind: 'added-1' }) : refusedFor(['on', 'kind-not-kept', 'kind']));
	});

	it.each([
		['2024-02', false],
		['2024-03', true],
		['2024-05', true],
		['2024-06', false]
	])('is none of a month in which it is kept for a day: %s', (zeroMonth, isKept) => {
		const zero = { kind: 'checked-zero', responsible: '刘干部', zeroKind: 'added-1', zeroMonth };
		const read = decideActivityRow(zero, { today: '2024-06-30', farthestDays: 30 }, added);
		expect(read).toEqual(
			isKept ? facts({ zeroKind: 'added-1', zeroMonth }) : refusedFor(['zeroMonth', 'kind-not-kept', 'zeroKind'])
		);
	});

	it('of which there was none, beside another kind, is refused as such alone', () => {
		expect(decide({ ...named, zeroKind: 'added-1', zeroMonth: '2024-02' })).toEqual(
			refusedFor(['zeroKind', 'contradicts-kind', 'kind'], ['zeroMonth', 'contradicts-kind', 'kind'])
		);
		const zero = { kind: 'checked-zero', responsible: '刘干部', zeroKind: 'added-1' };
		expect(decide(zero)).toEqual(refusedFor(['zeroMonth', 'zero-incomplete', 'kind']));
	});
});

describe('a line that says none', () => {
	const line = (texts: RowTexts) => {
		const { values, faults } = readRow('activities', { responsible: '刘干部', ...texts }, reading);
		if (faults.length > 0) return faults.map(({ column, fault }) => `${column}: ${fault}`);
		const decided = decide(values);
		return 'facts' in decided
			? `${decided.facts.zeroKind ?? decided.facts.kind} ${decided.facts.zeroMonth ?? decided.facts.doneOn}`
			: decided.faults.map(({ column, fault }) => `${column}: ${fault}`);
	};

	it.each<[RowTexts, string]>([
		[{ kind: '投诉', on: '2024年3月', quantity: '0' }, 'complaint 2024-03'],
		[{ kind: '群众举报', on: '3月', subject: '本月无' }, 'complaint 2024-03'],
		[{ kind: '零投诉', on: '2024-03-31' }, 'complaint 2024-03'],
		[{ kind: '核实为零', zeroMonth: '2024-03', subject: '无投诉' }, 'complaint 2024-03'],
		[{ kind: '广播', on: '2024-03-05', subject: '无' }, 'appeal-broadcast 2024-03'],
		[{ kind: '村民大会', zeroMonth: '3', subject: '3月份没有', quantity: '0' }, 'villagers-meeting 2024-03'],
		[{ kind: '无', zeroMonth: '2024-03', zeroKind: '送卫生' }, 'health-service 2024-03'],
		[{ kind: '无投诉', on: '2024年3月' }, 'complaint 2024-03'],
		[{ kind: '无投诉', on: '2024年3月', quantity: '0' }, 'complaint 2024-03'],
		[{ on: '2024年3月', subject: '无投诉' }, 'complaint 2024-03'],
		[{ kind: '没有发生矛盾纠纷', on: '2024年3月' }, 'dispute 2024-03'],
		[{ on: '2024年3月', subject: '本月没有开展村民大会' }, 'villagers-meeting 2024-03']
	])('is the checked zero of the kind and month that it names: %o', (texts, expected) => {
		expect(line(texts)).toBe(expected);
	});

	it.each<[RowTexts]>([
		[{ kind: '无', on: '2024年3月' }],
		[{ kind: '本月无', zeroMonth: '2024-03', quantity: '0' }],
		[{ kind: '', on: '2024-03-01', subject: '没有' }],
		[{ kind: '核实为零', zeroMonth: '2024-03' }],
		[{ kind: '零报告', zeroMonth: '2024-03', subject: '无' }]
	])('is asked of what, where it names no kind, and never taken for a complaint: %o', (texts) => {
		expect(line(texts)).toEqual(['zeroKind: zero-of-what']);
	});

	const nones =
		'无 没有 没得 未有 零 未发生 未发现 未收到 没收到 未接到 未开展 没有开展 没有发生 没有收到 没有接到 没有发现'.split(
			' '
		);

	it.each([
		...nones,
		...nones.map((none) => `${none}投诉`),
		...'0 none Nil 本月无 当月均无 全月都没有 这个月暂无 3月无 3月份均无 2024年3月无 2024年12月份没有投诉'.split(' '),
		...'零报告 无上报 未发生情况 无记录 无事项 （无） 无。'.split(' '),
		'本 月 无'
	])('says it in its subject: %s', (subject) => {
		expect(line({ kind: '投诉', on: '2024年3月', subject })).toBe('complaint 2024-03');
	});

	it.each(['无人机巡查', '本月', '3月', '00', '无投诉箱', '上月无', '四月份无线广播', '全镇无', '没有投诉的村表彰'])(
		'does not with %s',
		(subject) => {
			expect(line({ kind: '广播', on: '2024-03-05', subject })).toBe('appeal-broadcast 2024-03-05');
		}
	);

	it('has no other cells', () => {
		const { values, faults } = readRow(
			'activities',
			{ kind: '投诉', on: '3月', subject: '无', quantity: '0' },
			reading
		);
		expect(values).toStrictEqual({ kind: 'checked-zero', zeroKind: 'complaint', zeroMonth: '2024-03' });
		expect(faults).toEqual([]);
	});

	it.each(['3', '3月', '3月份', '03', '2024-03', '2024.3', '2024/3', '2024年3月', '2024年03月份', '２０２４年３月'])(
		'that is called a checked zero is of the month in its day: %s',
		(on) => {
			expect(line({ kind: '核实为零', zeroKind: '投诉', on })).toBe('complaint 2024-03');
		}
	);

	it.each(['2024-04-02', '2024年4月2日', '4月2日', ''])(
		'but where that is the day on which it was checked, it is asked of which month: %j',
		(on) => {
			expect(line({ kind: '核实为零', zeroKind: '投诉', on })).toEqual(['zeroMonth: zero-incomplete']);
			expect(line({ kind: '核实为零', zeroKind: '投诉', zeroMonth: '3月', on })).toBe('complaint 2024-03');
		}
	);

	it('and so is one without a day', () => {
		expect(line({ kind: '零投诉' })).toEqual(['zeroMonth: zero-incomplete']);
	});

	it('may name a kind that the town added, by its name or a word', () => {
		const kind = (id: number, name: string, words: string[]) =>
			({ ...{ id: `added-${id}`, name, words }, nameEn: null }) as unknown as AddedKind;
		const kinds = [kind(1, '入户走访', ['走访']), kind(2, '安全检查', ['排查']), kind(3, '消防检查', ['排查'])];
		const added: RowReading = {
			...reading,
			addedMeaning: (column, text) => addedMeaning({ campaigns: [], kinds }, column, text)
		};
		const read = (texts: RowTexts) => readRow('activities', { on: '2024年3月', ...texts }, added);
		const values = { kind: 'checked-zero', zeroKind: 'added-1', zeroMonth: '2024-03' };
		for (const texts of [
			{ kind: '零走访' },
			{ kind: '无入户走访' },
			{ subject: '本月无走访' },
			{ kind: '走访', quantity: '0' }
		])
			expect(read(texts)).toEqual({ values, faults: [] });
		expect(read({ kind: '无排查' }).faults, 'two kinds have the word').toEqual([
			{ column: 'zeroKind', fault: 'choice-several', means: ['added-2', 'added-3'] }
		]);
	});

	it('of work that is not reported month by month is asked about as such', () => {
		expect(line({ kind: '标语', on: '2024年3月', quantity: '0' })).toEqual(['zeroKind: zero-not-reported']);
		expect(line({ kind: '投诉', on: '2024年3月', quantity: '0', responsible: '刘3' })).toEqual([
			'responsible: name-wrong'
		]);
	});

	it('is none that has work to tell of, whatever its words begin with', () => {
		expect(line({ kind: '广播', on: '2024-03-05', subject: '无偿献血宣传' })).toBe('appeal-broadcast 2024-03-05');
		expect(line({ kind: '广播', on: '2024-03-05', subject: '倡议书', quantity: '0' })).toEqual(['quantity: says-none']);
		expect(line({ kind: '广播', on: '2024-03-05', subject: '无', quantity: '2' })).toBe('appeal-broadcast 2024-03-05');
	});

	it('of banquets, dissuasions and cases is asked about in these words alone', () => {
		const faultsOf = (ledger: 'banquets' | 'dissuasions' | 'cases', texts: RowTexts) =>
			readRow(ledger, texts, reading).faults.map(({ column, fault }) => `${column}: ${fault}`);
		expect(faultsOf('banquets', { host: '本月无', plannedOn: '2024年3月' })).toEqual(['host: says-none']);
		expect(faultsOf('banquets', { occasion: '无', tablesPlanned: '0' })).toEqual(['occasion: says-none']);
		expect(faultsOf('dissuasions', { host: '没有', wentOn: '3月' })).toEqual(['host: says-none']);
		expect(faultsOf('cases', { caseKind: '矛盾纠纷', matter: '本月无' })).toEqual(['matter: says-none']);
		expect(faultsOf('dissuasions', { occasion: '无', wentOn: '3月' })).toEqual(['occasion: says-none']);
		for (const ledger of ['banquets', 'dissuasions'] as const)
			expect(faultsOf(ledger, { host: '', tablesPlanned: '0' })).toEqual(['tablesPlanned: says-none']);
		expect(faultsOf('banquets', { host: '张三', tablesPlanned: '0' })).toEqual(['tablesPlanned: number-out-of-range']);
		expect(faultsOf('banquets', {})).toEqual([]);
		expect(faultsOf('banquets', { host: '张三', occasion: '结婚', plannedOn: '2024-03-05', phone: '无' })).toEqual([]);
	});
});
