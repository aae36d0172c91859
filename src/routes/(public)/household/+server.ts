import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A household's record has an address of its own; without it, phone and code find it. */
export const GET: RequestHandler = () => redirect(303, '/slip');
