import { addCampaign, addWorkKind, correctWorkKind } from '../../../src/lib/server/activities/added-work';
import { recordActivity, type RecordActivityCommand } from '../../../src/lib/server/activities/activities';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import type { AddedKindId } from '../../../src/lib/domain/activities/added-work';
import type { CastName, TestUnit } from '../cast';
import { newId, town } from './activity-town';

/** What an administrator fills in for a kind. */
export const boards = {
	name: '健康教育专栏',
	nameEn: 'Health education boards',
	campaign: 'health',
	measure: 'boards',
	counts: 'quantity',
	definition: '新布置的健康教育专栏，数量相加。',
	definitionEn: null,
	words: ['专栏'],
	lead: '布置健康教育专栏',
	isRounded: false,
	fromOn: '2024-01-01'
} as const;

type Changes = Partial<Omit<Parameters<typeof addWorkKind>[1], 'id'>>;

/** Adds a kind; the first is added-1, the next added-2. */
export const addKind = (changes: Changes = {}, by: CastName = 'zhou') =>
	addWorkKind(town.as(by), { id: newId(), ...boards, words: [...boards.words], ...changes });

export const correctKind = (
	changes: Changes & { closedFromOn?: string | null } = {},
	{ kindId = 'added-1' as AddedKindId, by = 'zhou' as CastName } = {}
) =>
	correctWorkKind(town.as(by), {
		id: newId(),
		kindId,
		closedFromOn: null,
		...boards,
		words: [...boards.words],
		...changes
	});

export const addSanitaryCampaign = (by: CastName = 'zhou') =>
	addCampaign(town.as(by), { id: newId(), name: '市级卫生镇创建', nameEn: 'Sanitary town' });

/** Enters work of the first added kind. */
export const enter = (doneOn: string, changes: Partial<RecordActivityCommand> = {}) =>
	recordActivity(town.as('zhou'), {
		id: newId(),
		unitId: town.units.town,
		kind: 'added-1',
		doneOn,
		quantity: 3,
		subject: '布置专栏',
		place: '',
		audience: '',
		result: '',
		responsible: '周测试',
		evidence: '',
		note: '',
		...changes
	});

/** A unit says of some months (1 to 12) of a year that there was none of the first added kind, where it has no entry and the ledger has begun. */
export async function reportNone(year: number, months: readonly number[], unit: TestUnit = 'town'): Promise<void> {
	for (const nth of months) {
		const month = `${year}-${String(nth).padStart(2, '0')}`;
		const command = { unitId: town.units[unit], month, ledgers: ['added-1' as const], responsible: '周测试' };
		const reported = await reportMonth(town.as('zhou'), { id: newId(), ...command });
		const isNothing = !reported.ok && ['month-already-reported', 'month-before-ledger'].includes(reported.refusal);
		if (!reported.ok && !isNothing) throw new Error(reported.refusal);
	}
}

/** January to a month, December where it is left out. */
export const monthsTo = (last = 12) => Array.from({ length: last }, (_, at) => at + 1);
