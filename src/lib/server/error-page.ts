import type { RequestEvent } from '@sveltejs/kit';

const statuses = [401, 403, 404, 405, 503] as const;
type Status = (typeof statuses)[number];

/** The error page with this status, in the reader's language: an error thrown by a hook itself would only give the plainest one. */
export async function errorPage({ fetch }: Pick<RequestEvent, 'fetch'>, status: Status): Promise<Response> {
	const page = await fetch(`/refused/${status}`);
	return new Response(page.body, { status: page.status, headers: page.headers });
}

/**
 * The answer itself, or the error page where the answer is the bare text of an address without a page, such as a file's, and a browser
 * asked for a page.
 */
export async function withErrorPage(event: RequestEvent, answer: Response): Promise<Response> {
	const status = statuses.find((known) => known === answer.status);
	const isPage = answer.headers.has('x-sveltekit-page') || event.isDataRequest;
	const isText = /^text\/(html|plain)/.test(answer.headers.get('content-type') ?? 'text/plain');
	const wantsPage = event.request.headers.get('accept')?.includes('text/html');
	if (!status || isPage || !isText || !wantsPage) return answer;
	const page = await errorPage(event, status);
	// A 405 says which methods there are (RFC 9110, section 15.5.6).
	const allowed = answer.headers.get('allow');
	if (allowed) page.headers.set('allow', allowed);
	return page;
}
