// 三星村 and 河沙村 merge to 三河村, or 三星村 is split, from a day on which they have records of later days.
import { mergeVillages, type MergeVillagesCommand } from '../../../src/lib/server/village-changes/merge-villages';
import { bad } from '../reviews/closing-town';
import { id, ledger, town } from '../releases/release-town';
import { onDate } from './split-town';

export const both = () => [town.units.sanxing, town.units.hesha];

export const merge = (over: Partial<MergeVillagesCommand> = {}) =>
	mergeVillages(town.as('zhou'), {
		...{ id: id(), villageIds: both(), kind: 'village', name: '三河村', onDate, note: '两村合并' },
		...over
	});

/** A record of each kind on 10 February in 三星村, its group and 河沙村, after the last day of the old villages. */
export async function later() {
	const on = '2026-02-10';
	await ledger.activity('slogan', 'sanxing', on);
	await ledger.activity('slogan', 'sanxingGroup1', on);
	await ledger.activity('slogan', 'hesha', '2026-01-10');
	await ledger.banquet('sanxingGroup1', on);
	await ledger.dissuasion('hesha', on);
	await ledger.case('dispute', 'hesha', on);
	await ledger.pledge('sanxing', on);
	await ledger.event('lecture', 'sanxing', on);
}

/** Records that lie outside the life of their unit, as the verification finds them. */
export const outside = async () => (await bad()).filter(({ kind }) => kind === 'life');
