import { addCampaign, addWorkKind, correctWorkKind } from '../../../src/lib/server/activities/added-work';
import { recordActivity, type RecordActivityCommand } from '../../../src/lib/server/activities/activities';
import type { AddedKindId } from '../../../src/lib/domain/activities/added-work';
import type { CastName } from '../cast';
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
