import { error } from '@sveltejs/kit';
import { mediaTypes } from '$lib/domain/events/event-file';
import { findEventFile, readFileBytes } from '$lib/server/db/events/event-files';
import { mayActFor } from '$lib/server/people/rights';
import type { RequestHandler } from './$types';

/**
 * A photo or a material of a published event, for everyone; of a draft for its staff alone. A browser may keep it for
 * a week, a proxy may not: once consent is withdrawn, the photo is not served any longer. Nothing in it is ever run.
 */
export const GET: RequestHandler = async ({ locals: { context: ctx }, params, request }) => {
	const file = await findEventFile(ctx.db, params.file);
	if (file?.eventId !== params.id) error(404);
	if (file.publishedAt === null && !(await mayActFor(ctx, file.unitId))) error(404);
	const headers = {
		etag: `"${file.hash.slice(0, 32)}"`,
		'cache-control': 'private, max-age=604800',
		'content-security-policy': "default-src 'none'; sandbox"
	};
	if (request.headers.get('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers });
	const bytes = await readFileBytes(ctx.db, file.id);
	if (!bytes) error(404);
	const name = encodeURIComponent(`${file.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${file.format}`);
	return new Response(new Uint8Array(bytes), {
		headers: {
			...headers,
			'content-type': mediaTypes[file.format],
			'content-length': String(bytes.length),
			'content-disposition': `${file.kind === 'photo' ? 'inline' : 'attachment'}; filename="${file.kind}.${file.format}"; filename*=UTF-8''${name}`
		}
	});
};
