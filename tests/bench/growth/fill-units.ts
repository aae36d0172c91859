import { v7 } from 'uuid';
import type { Bulk } from './bulk';

export interface Units {
	villages: string[];
	groups: string[];
	/** Cadres who enter and confirm. */
	accounts: string[];
}

/** Adds villages, each with four groups, until the town has so many. Out: those that were added. */
export function fillUnits(bulk: Bulk, villages: number): Units {
	const units: Units = { villages: [], groups: [], accounts: [] };
	const idsOf = (what: string) => bulk.all<{ id: string }>(`SELECT id FROM ${what}`).map(({ id }) => id);
	const [town = ''] = idsOf("units WHERE kind = 'town'");
	const add = (id: string, above: readonly string[], kind: string, name: string) => {
		const row = { id, parent_id: above[0]!, kind, name, name_en: name, valid_from_on: '2000-01-01', at: 0 };
		bulk.add('units', row);
		for (const ancestor of [id, ...above]) bulk.add('unit_closure', { ancestor_id: ancestor, descendant_id: id });
	};
	for (let nth = idsOf("units WHERE kind IN ('village', 'community')").length + 1; nth <= villages; nth++) {
		const village = v7();
		add(village, [town], 'village', `试设${nth}村`);
		units.villages.push(village);
		for (let group = 1; group <= 4; group++) {
			const id = v7();
			add(id, [village, town], 'group', `试设${nth}村${group}组`);
			units.groups.push(id);
		}
	}
	units.accounts = idsOf("accounts WHERE role <> 'volunteer' ORDER BY id");
	return units;
}
