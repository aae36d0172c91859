import type { RequestEvent } from '@sveltejs/kit';
import { errorPage } from './error-page';
import { busyField, sentForm } from './form';

/** After so many seconds it may be tried again. */
const tryAgainAfter = '5';

/**
 * The answer itself, or 503 where another process kept the database busy until the act's deadline (see handleError in hooks.server.ts): the form
 * again with what was typed, a page in words, or the bare answer to a program. Nothing is stored then.
 */
export async function withBusyAnswer(event: RequestEvent, answer: Response): Promise<Response> {
	// What is fetched below is answered by who fetched it.
	if (!event.locals.isBusy || answer.status !== 500 || event.isSubRequest) return answer;
	const busy = (await formAgain(event, answer)) ?? (await pageFor(event, answer));
	const headers = new Headers(busy.headers);
	headers.set('retry-after', tryAgainAfter);
	return new Response(busy.body, { status: 503, headers });
}

/** The page of a form whose act was not done, with what was typed. Null where no page has sent one. */
async function formAgain({ request, url, fetch }: RequestEvent, answer: Response): Promise<Response | null> {
	const sent = sentForm(request);
	const isEnhanced = request.headers.has('x-sveltekit-action');
	if (!sent || !(answer.headers.has('x-sveltekit-page') || isEnhanced)) return null;
	const body = new FormData();
	for (const [name, value] of sent) if (typeof value === 'string') body.append(name, value);
	body.set(busyField, '1');
	const headers = { accept: isEnhanced ? 'application/json' : 'text/html', 'x-sveltekit-action': String(isEnhanced) };
	const page = await fetch(url, { method: 'POST', body, headers });
	return isEnhanced || page.status === 503 ? page : null;
}

async function pageFor(event: RequestEvent, answer: Response): Promise<Response> {
	const wantsPage = event.request.headers.get('accept')?.includes('text/html');
	return wantsPage ? errorPage(event, 503) : answer;
}
