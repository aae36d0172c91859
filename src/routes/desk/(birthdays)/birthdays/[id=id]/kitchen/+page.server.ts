import { diets } from '$lib/domain/birthdays/elder';
import { openOwnBanquet } from '../get-birthday-banquet';
import type { PageServerLoad } from './$types';

/** Names and phones in full: the driver rings, the kitchen asks. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { head, guests } = await openOwnBanquet(locals.context, params.id);
	const coming = guests.filter(({ people }) => people > 0);
	const fetched = coming.filter(({ needsTransport }) => needsTransport);
	const points = [...new Set(fetched.map(({ elder }) => elder.pickUpPoint))].sort((a, b) => a.localeCompare(b, 'zh'));
	return {
		head,
		people: coming.reduce((sum, { people }) => sum + people, 0),
		elders: coming.length,
		points: points.map((point) => {
			const waiting = fetched.filter(({ elder }) => elder.pickUpPoint === point);
			return {
				point,
				people: waiting.reduce((sum, { people }) => sum + people, 0),
				waiting: waiting.map(({ id, people, elder }) => ({
					id,
					people,
					name: elder.name,
					mobility: elder.mobility,
					phone: elder.phone ?? elder.relativePhone,
					unit: { name: elder.unitName, nameEn: elder.unitNameEn }
				}))
			};
		}),
		diets: diets
			.map((diet) => {
				const eaters = coming.filter(({ elder }) => elder.diet === diet);
				return {
					diet,
					count: eaters.length,
					names: eaters.map(({ elder, table }) => ({ id: elder.id, name: elder.name, table }))
				};
			})
			.filter(({ count }) => count > 0),
		wheelchairs: coming.filter(({ elder }) => elder.mobility === 'wheelchair').length,
		noPhotos: coming.filter(({ elder }) => elder.photoConsent !== 'yes').length
	};
};
