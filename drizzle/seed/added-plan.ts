import type { AddedKind, CampaignId } from '../../src/lib/domain/activities/added-work';
import type { EntryPlan } from './activity-plan';
import { governancePlans } from './governance-plan';
import { peacePlans } from './peace-plan';
import { ruralPlans } from './rural-plan';
import { sanitaryPlans } from './sanitary-plan';

/** The campaigns that the town adds to those of the software. */
export const addedCampaigns = {
	sanitary: { name: '市级卫生镇创建', nameEn: 'Sanitary town' },
	rural: { name: '巴渝和美乡村创建', nameEn: 'Beautiful countryside' },
	peace: { name: '平安建设', nameEn: 'A safe town' }
} as const;

/** A kind of work that the town adds (figures-2024.md), and what it does of it in 2024. */
export interface AddedPlan extends EntryPlan {
	campaign: keyof typeof addedCampaigns | Exclude<CampaignId, `campaign-${number}`>;
	kind: Pick<
		AddedKind,
		'name' | 'nameEn' | 'measure' | 'counts' | 'definition' | 'definitionEn' | 'lead' | 'isRounded'
	> & {
		words: string[];
	};
	/** Entries; a list gives each entry's quantity. */
	entries: number | number[];
}

/** In the order in which they are added. */
export const addedPlans: readonly AddedPlan[] = [...sanitaryPlans, ...ruralPlans, ...peacePlans, ...governancePlans];
