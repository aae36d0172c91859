import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { createEvent } from '../../src/lib/server/events/events';
import { publishEvent } from '../../src/lib/server/events/publications';
import { signUpNewcomer } from './events';
import { must, type Stage } from './stage';
import type { Town } from './town';

/** A training for few people at a time, to come and full already: parties wait. */
export async function playFirstAid(stage: Stage, town: Town, today: string): Promise<void> {
	const side = stage.aside(120, 9000);
	const cadre = side.as(town.actors.townCadre);
	const on = addDays(today, 18);
	const [eventId, slotId] = [side.id(), side.id()];
	side.at(addDays(today, -6), '11:00');
	must(
		await createEvent(cadre, {
			id: eventId,
			unitId: town.units.town,
			kind: 'lecture',
			topic: 'health',
			partner: '镇卫生院',
			title: '急救培训：海姆立克和心肺复苏',
			place: '集镇文化活动中心',
			description: '假人不多，一次只教十二个人，人人上手练。',
			contactPhone: town.phone,
			slots: [{ id: slotId, startsAt: instantOf(on, '14:00'), endsAt: instantOf(on, '15:30'), capacity: 12 }]
		})
	);
	must(await publishEvent(cadre, { id: side.id(), eventId }));
	for (let i = 0; i < 10; i++) {
		side.at(addDays(today, -5 + (i % 5)), `1${i}:35`);
		await signUpNewcomer(side, town, slotId, 1 + (i % 2));
	}
}
