import { nothingAdded, type AddedKind } from '../../../src/lib/domain/activities/added-work';
import { registryOf } from '../../../src/lib/domain/figures/registry';

/** What a town counts that added nothing. */
export const ofSoftware = registryOf(nothingAdded);

/** An added kind, as the sanitary town has it. */
export const broadcasts: AddedKind = {
	id: 'added-1',
	campaign: 'campaign-1',
	name: '创卫广播',
	nameEn: 'Sanitary-town broadcasts',
	definition: '赶场天播放倡议书，播一次算一次。',
	definitionEn: null,
	measure: 'times',
	counts: 'quantity',
	words: ['广播', '创卫倡议书'],
	lead: '播放《倡议书》广播',
	isRounded: true,
	fromOn: '2024-01-01',
	closedFromOn: null
};

/** What a town counts that added the campaign 卫生镇创建 and these kinds. */
export const registryWith = (...kinds: AddedKind[]) =>
	registryOf({ campaigns: [{ id: 'campaign-1', name: '卫生镇创建', nameEn: null }], kinds });
