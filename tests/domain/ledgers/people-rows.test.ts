import { describe, expect, it } from 'vitest';
import { decideElderRow } from '../../../src/lib/domain/ledgers/elder-row';
import { decideHouseholdsRow } from '../../../src/lib/domain/ledgers/households-row';
import type { RowValues } from '../../../src/lib/domain/ledgers/ledger-row';
import { decideSignupRow } from '../../../src/lib/domain/ledgers/signup-row';

const facts = (values: object) => ({ facts: expect.objectContaining(values) });
const faults = (...faults: [string, string][]) => ({
	faults: faults.map(([column, fault]) => expect.objectContaining({ column, fault }) as object)
});

describe('a row of the roll of elders', () => {
	const birth = { calendar: 'solar', on: '1946-03-05' } as const;
	const row = (values: RowValues) => decideElderRow({ name: '王奶奶', sex: 'female', birth, ...values });

	it('of whom it says nothing is of one who walks, eats anything, comes alone, and was not asked about pictures', () => {
		expect(row({})).toEqual({
			facts: {
				name: '王奶奶',
				birth,
				sex: 'female',
				phone: null,
				relativePhone: null,
				mobility: 'walks',
				needsTransport: false,
				pickUpPoint: '',
				diet: 'any',
				companions: 0,
				photoConsent: 'unasked'
			}
		});
	});

	it('says all that its cells say', () => {
		const cells = {
			...{ phone: '13800001234', relativePhone: '13900001234', mobility: 'wheelchair' },
			...{ pickUpPoint: '村口', diet: 'soft', companions: 2 }
		};
		expect(row({ ...cells, transport: 'yes', photo: 'no' })).toEqual(
			facts({ ...cells, needsTransport: true, photoConsent: 'no' })
		);
		expect(row({ transport: 'no' })).toEqual(facts({ needsTransport: false }));
	});

	it('that names a point of pick-up says whether the elder is picked up', () => {
		expect(row({ pickUpPoint: '村口' })).toEqual(faults(['transport', 'missing']));
		expect(row({ pickUpPoint: '村口', transport: 'no' })).toEqual(
			facts({ needsTransport: false, pickUpPoint: '村口' })
		);
	});

	it.each(['name', 'sex', 'birth'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(faults([column, 'missing']));
	});
});

describe('a row of the households', () => {
	const row = (values: RowValues) =>
		decideHouseholdsRow(
			{ fromOn: '2024-06-01', households: 412, ...values },
			{ today: '2024-06-01', farthestDays: 30 }
		);

	it('says how many there are from a day on, which has come', () => {
		expect(row({})).toEqual({ facts: { fromOn: '2024-06-01', households: 412 } });
		expect(row({ fromOn: '2024-06-02' })).toEqual(faults(['fromOn', 'date-in-future']));
		expect(row({ fromOn: undefined, households: undefined })).toEqual(
			faults(['fromOn', 'missing'], ['households', 'missing'])
		);
	});
});

describe('a row of a list of sign-ups', () => {
	const named = { event: '健康讲座', slotStart: { on: '2026-03-14', time: '09:00' }, name: '张三' };
	const row = (values: RowValues) => decideSignupRow({ ...named, ...values });

	it('that says no more than it must is of one person', () => {
		expect(row({})).toEqual({
			facts: {
				...named,
				phone: null,
				people: 1,
				names: [],
				acceptsSome: false,
				email: null,
				helper: null,
				language: 'zh-CN'
			}
		});
	});

	it('says all that its cells say', () => {
		const cells = { phone: '13800001234', people: 4, email: 'a@b.cn' };
		const helper = { helper: '李四', helperPhone: '13900001234' };
		expect(row({ ...cells, ...helper, withNames: ['王五'], acceptsSome: 'yes', language: 'en' })).toEqual(
			facts({
				...cells,
				names: ['王五'],
				acceptsSome: true,
				helper: { name: '李四', phone: '13900001234' },
				language: 'en'
			})
		);
		expect(row({ helper: '李四', acceptsSome: 'no', language: 'zh-CN' })).toEqual(
			facts({ helper: { name: '李四', phone: null }, acceptsSome: false, language: 'zh-CN' })
		);
	});

	it('that has the telephone of a helper has a name for it', () => {
		expect(row({ helperPhone: '13900001234' })).toEqual(faults(['helper', 'missing']));
	});

	it.each(['event', 'slotStart', 'name'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(faults([column, 'missing']));
	});

	it('is of as many people as it names, of six at most', () => {
		const names = (count: number) => Array.from({ length: count }, () => '王五');
		const tooMany = faults(['people', 'more-names-than-people']);
		expect(row({ withNames: names(2) })).toEqual(facts({ people: 3 }));
		expect(row({ withNames: names(2), people: 3 })).toEqual(facts({ people: 3 }));
		expect(row({ withNames: names(2), people: 2 })).toEqual(tooMany);
		expect(row({ withNames: names(5) })).toEqual(facts({ people: 6 }));
		expect(row({ withNames: names(6) })).toEqual(tooMany);
		expect(row({ people: 6 })).toEqual(facts({ people: 6 }));
		expect(row({ people: 7 })).toEqual(tooMany);
	});
});
