import { json } from '@sveltejs/kit';
import { readLatest } from '../read-latest';
import type { RequestHandler } from './$types';

/** What the big screen shows, as of now, for the page to follow. */
export const GET: RequestHandler = async ({ locals: { context: ctx } }) => json(await readLatest(ctx));
