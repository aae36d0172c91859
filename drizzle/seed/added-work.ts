import { addCampaign, addWorkKind } from '../../src/lib/server/activities/added-work';
import { driftedEntries, playEntries } from './activities';
import { activityPlans, type ActivityPlan } from './activity-plan';
import { addedCampaigns, addedPlans, type AddedPlan } from './added-plan';
import { must, type Stage } from './stage';
import { paces } from './target-plan';
import type { Town } from './town';
import { evenly, publishedYears, type LaterYear } from './years';

/** Work that the software knows and that is told of the town by the year alone. */
const warnings: ActivityPlan = {
	kind: 'warning',
	2023: 1,
	2024: 2,
	by: 'town',
	subjects: ['“以案四说”警示教育'],
	place: '镇政府会议室',
	audience: '镇村干部',
	result: '签到、照片存档'
};

/** In the first days of 2024 the administrator adds campaigns and kinds of work, and the town enters what it does of them in the year. */
export async function playAddedWork(mainStage: Stage, town: Town): Promise<void> {
	// With dice of its own: what is added here changes nothing else of the published years.
	const stage = mainStage.apart(20240102, 0);
	for (const year of publishedYears) await playEntries(stage, town, warnings, { year, entries: warnings[year] });
	stage.at('2024-01-02', '10:00');
	const administrator = stage.as(town.actors.administrator);
	for (const campaign of Object.values(addedCampaigns))
		must(await addCampaign(administrator, { id: stage.id(), ...campaign }));
	const { campaigns } = await administrator.registry();
	for (const { campaign, kind } of addedPlans) {
		const added = addedCampaigns[campaign as keyof typeof addedCampaigns]?.name;
		const id = campaigns.find(({ name }) => name === added)?.id ?? (campaign as 'governance');
		must(await addWorkKind(administrator, { ...kind, id: stage.id(), campaign: id, fromOn: '2024-01-01' }));
	}
	for (const plan of addedPlans)
		await playEntries(stage, town, await withKind(stage, town, plan), { year: 2024, entries: plan.entries });
}

/** The same work in a later year, about as often as in 2024. */
export async function playLaterAddedWork({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	const plans = [warnings, ...addedPlans];
	await Promise.all(
		plans.map(async (plan, at) => {
			const nth = activityPlans.length + at;
			const stage = stageOf('activities', nth);
			const entries = driftedEntries('entries' in plan ? plan.entries : plan[2024], year, nth);
			// What every village does once a year is shared evenly.
			const shares = entries === 4 ? evenly : paces;
			const made = 'entries' in plan ? await withKind(stage, town, plan) : plan;
			return playEntries(stage, town, made, { year, entries, shares, lastOn });
		})
	);
}

/** A plan with the id that its kind was given. */
async function withKind(stage: Stage, town: Town, plan: AddedPlan) {
	const { kinds } = await stage.as(town.actors.administrator).registry();
	return { ...plan, kind: kinds.find(({ name }) => name === plan.kind.name)!.id };
}
