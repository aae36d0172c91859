import type { Actor } from '../../src/lib/domain/people/actor';
import type { VillageKey } from './banquet-plan';

export const villageKeys: VillageKey[] = ['sanxing', 'hesha', 'zhongba', 'qiaotou'];

/** The password of every account of the demo. */
export const demoPassword = 'xinfeng2024';

export type Key = 'administrator' | 'townCadre' | VillageKey | 'volunteer' | 'secondVolunteer';

export interface Town {
	/** The office's telephone: invented, in no use. */
	phone: string;
	units: Record<'town' | VillageKey, string>;
	names: Record<VillageKey, string>;
	groups: Record<VillageKey, string[]>;
	actors: Record<Key, Actor>;
}
