import { readLatest } from './read-latest';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => ({ latest: await readLatest(ctx) });
