import { callActions, loadCalls } from '../../../call-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (request) => loadCalls(request);
export const actions = callActions;
