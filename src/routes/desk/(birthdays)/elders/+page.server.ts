import { ageOn } from '$lib/server/birthdays/birthdays';
import { normalizeName } from '$lib/domain/people/person-name';
import { countElders } from '$lib/server/db/birthdays/elders';
import { pageSize } from '$lib/server/db/keyset';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { numberedPage } from '$lib/server/numbered-pages';
import { readRoll } from '$lib/server/birthdays/elder-fields';
import { scopeOf } from '$lib/server/people/rights';
import { villageKinds } from '$lib/domain/units/unit';
import { nameText } from '$lib/ui/people/person-words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const asked = url.searchParams;
	const villages = await readUnitChoice(ctx, asked, {
		name: 'village',
		scope: scopeOf(ctx),
		kinds: villageKinds
	});
	const { isNarrowed, chosen, units } = villages;
	const village = chosen ?? (isNarrowed ? null : (units[0] ?? null));
	const counts = isNarrowed ? new Map<string, number>() : await countElders(ctx.db, ids(units));
	const isGone = asked.has('gone');
	const inFull = asked.get('names') === 'full';
	const wanted = (asked.get('name') ?? '').trim();
	const roll = village ? await readRoll(ctx, village.id, isGone) : [];
	const name = normalizeName(wanted) ?? wanted;
	const found = name ? roll.filter((elder) => elder.name.includes(name)) : roll;
	const { rows, before, next } = numberedPage(asked, found, { name: 'page', size: pageSize });
	const today = ctx.today();
	return {
		villages,
		counts,
		village: village && { id: village.id, name: village.name, nameEn: village.nameEn },
		wanted,
		isGone,
		inFull,
		count: found.length,
		elders: rows.map((elder) => ({
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
		before,
		next
	};
};

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
