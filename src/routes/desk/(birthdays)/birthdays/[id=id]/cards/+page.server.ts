import { openOwnBanquet } from '../get-birthday-banquet';
import type { PageServerLoad } from './$types';

/** A card on the table for each elder who comes, by table; names in full. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { head, guests } = await openOwnBanquet(locals.context, params.id);
	return {
		head,
		cards: guests
			.filter(({ people }) => people > 0)
			.map(({ id, elder, birthday, table }) => ({
				id,
				name: elder.name,
				sex: elder.sex,
				age: birthday?.age ?? null,
				table,
				isPhotoAllowed: elder.photoConsent === 'yes',
				unit: { name: elder.unitName, nameEn: elder.unitNameEn }
			}))
			.sort((a, b) => (a.table ?? 99) - (b.table ?? 99))
	};
};
