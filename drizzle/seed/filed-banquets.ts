// Banquets that were filed a day ago.
import { addDays } from '../../src/lib/domain/calendar/calendar';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import { recordDissuasion } from '../../src/lib/server/banquets/dissuasions';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { firstLaterOn } from './years';

export async function playFiled(stage: Stage, town: Town, today: string): Promise<void> {
	if (addDays(today, -1) < firstLaterOn) return;
	const filed = [
		{ village: 'sanxing', occasion: 'wedding', inDays: 12, tables: 24 },
		{ village: 'hesha', occasion: 'longevity', inDays: 8, tables: 18 },
		{ village: 'zhongba', occasion: 'funeral', inDays: -2, tables: 30 },
		{ village: 'qiaotou', occasion: 'housewarming', inDays: 15, tables: 12 }
	] as const;
	for (const { village, occasion, inDays, tables } of filed) {
		const ctx = stage.as(town.actors[village]);
		const host = stage.newPerson();
		const banquetId = stage.id();
		stage.at(addDays(today, -1), '09:30');
		must(
			await declareBanquet(ctx, {
				id: banquetId,
				origin: 'declared',
				occasion,
				unitId: town.groups[village][0]!,
				hostName: host.name,
				hostPhone: host.phone,
				declaredOn: addDays(today, -1),
				plannedOn: addDays(today, inDays),
				meals: 2,
				tablesPlanned: tables,
				pricePerTable: null,
				venue: '自家院坝',
				caterer: '',
				isHygieneCertificateSeen: false
			})
		);
		if (occasion !== 'longevity') continue;
		const visit = {
			wentOn: addDays(today, -1),
			visits: 2,
			outcome: 'cancelled',
			note: '老人同意参加集体生日宴'
		} as const;
		stage.at(addDays(today, -1), '17:30');
		must(await recordDissuasion(ctx, { id: stage.id(), banquetId, ...visit }));
	}
}
