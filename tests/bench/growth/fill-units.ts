import type { Rows } from './rows';

export interface Units {
	villages: string[];
	groups: string[];
	/** Cadres who enter and confirm. */
	accounts: string[];
}

/** Adds villages, each with four groups, until the town has so many. `newId`: of a unit. Out: those that were added. */
export function fillUnits(rows: Rows, villages: number, newId: () => string): Units {
	const units: Units = { villages: [], groups: [], accounts: [] };
	const idsOf = (what: string) => rows.all<{ id: string }>(`SELECT id FROM ${what}`).map(({ id }) => id);
	const [town = ''] = idsOf("units WHERE kind = 'town'");
	const add = (above: string, kind: string, name: string): string => {
		const id = newId();
		rows.add('units', { id, parent_id: above, kind, name, name_en: name, valid_from_on: '2000-01-01', at: 0 });
		return id;
	};
	for (let nth = idsOf("units WHERE kind IN ('village', 'community')").length + 1; nth <= villages; nth++) {
		const village = add(town, 'village', `试设${nth}村`);
		units.villages.push(village);
		for (let group = 1; group <= 4; group++) units.groups.push(add(village, 'group', `试设${nth}村${group}组`));
	}
	units.accounts = idsOf("accounts WHERE role <> 'volunteer' ORDER BY id");
	return units;
}
