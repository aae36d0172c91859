import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ retentionDays: locals.context.settings.retentionDays });
