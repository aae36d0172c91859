import { ageOn } from '$lib/server/birthdays/birthdays';
import { normalizeName } from '$lib/domain/people/person-name';
import { countElders } from '$lib/server/db/birthdays/elders';
import { pageSize } from '$lib/server/db/keyset';
import { listUnits } from '$lib/server/db/units/units';
import { readRoll } from '$lib/server/birthdays/elder-fields';
import { scopeOf } from '$lib/server/people/rights';
import { unitKinds, isVillageLevel } from '$lib/domain/units/unit';
import { nameText } from '$lib/ui/people/person-words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const villages = await listUnits(ctx.db, scopeOf(ctx), unitKinds.filter(isVillageLevel));
	const asked = url.searchParams;
	const village = villages.find(({ id }) => id === asked.get('village')) ?? villages[0] ?? null;
	const counts = await countElders(
		ctx.db,
		villages.map(({ id }) => id)
	);
	const isGone = asked.has('gone');
	const inFull = asked.get('names') === 'full';
	const wanted = (asked.get('name') ?? '').trim();
	const roll = village ? await readRoll(ctx, village.id, isGone) : [];
	const name = normalizeName(wanted) ?? wanted;
	const found = name ? roll.filter((elder) => elder.name.includes(name)) : roll;
	const pages = Math.max(1, Math.ceil(found.length / pageSize));
	const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page'))) || 1), pages);
	const today = ctx.today();
	const turn = (to: number) => {
		const query = new URLSearchParams(asked);
		query.set('page', String(to));
		return `?${query}`;
	};
	return {
		villages: villages.map(({ id, name, nameEn }) => ({ id, name, nameEn, count: counts.get(id) ?? 0 })),
		village: village && { id: village.id, name: village.name, nameEn: village.nameEn },
		wanted,
		isGone,
		inFull,
		count: found.length,
		elders: found.slice((page - 1) * pageSize, page * pageSize).map((elder) => ({
			id: elder.id,
			birth: elder.birth,
			mobility: elder.mobility,
			diet: elder.diet,
			sex: elder.sex,
			needsTransport: elder.needsTransport,
			pickUpPoint: elder.pickUpPoint,
			departure: elder.departure,
			name: nameText(elder.name, inFull),
			unit: { name: elder.unitName, nameEn: elder.unitNameEn },
			nominal: elder.birth && ageOn(elder.birth, 'nominal', today),
			full: elder.birth && ageOn(elder.birth, 'full', today)
		})),
		added: asked.get('added'),
		newer: page > 1 ? turn(page - 1) : null,
		older: page < pages ? turn(page + 1) : null
	};
};
