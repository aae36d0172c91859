import { error } from '@sveltejs/kit';
import { isLocale } from '$lib/paraglide/runtime.js';
import { readShiftFeed } from '$lib/server/shifts/shift-feeds';
import { shiftCalendar } from './shift-calendar';
import type { RequestHandler } from './$types';

/** A volunteer's own shifts for a calendar program, which sends no cookie: the address alone gives access. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const shifts = await readShiftFeed(locals.context, params.token);
	if (shifts === null) error(404);
	const lang = url.searchParams.get('lang');
	return new Response(shiftCalendar(shifts, isLocale(lang) ? lang : 'zh-CN'), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="shifts.ics"',
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
};
