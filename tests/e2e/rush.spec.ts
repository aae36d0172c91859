import { expect, test, type APIRequestContext } from '@playwright/test';
import { addDays, dateOf } from '../../src/lib/domain/calendar/calendar';

const places = 50;
const people = 300;

test('three hundred at once for fifty places, over HTTP: fifty confirmed, all others in line, no fault', async ({
	request,
	playwright,
	baseURL
}) => {
	test.setTimeout(180_000);
	const event = await openEvent(request, baseURL!);
	const page = await (await request.get(event)).text();
	const slot = /sign-up\?slot=([0-9a-f-]{36})/.exec(page)![1]!;
	const form = await (await request.get(`${event}/sign-up?slot=${slot}`)).text();
	const villageId = /name="villageId"[^>]*value="([0-9a-f-]{36})"/.exec(form)![1]!;

	const villager = await playwright.request.newContext({
		baseURL,
		extraHTTPHeaders: { origin: baseURL!, accept: 'text/html' }
	});
	const answers = await Promise.all(
		Array.from({ length: people }, async (_, i) => {
			const phone = `135${String(Date.now()).slice(-4)}${String(i).padStart(4, '0')}`;
			const answer = await villager.post(`${event}/sign-up?slot=${slot}`, {
				form: { id: newId(i), slotId: slot, name: '试名丙', phone, villageId, partySize: '1' },
				maxRedirects: 0
			});
			return answer.status();
		})
	);
	expect(answers.filter((status) => status === 303)).toHaveLength(people);
	await villager.dispose();

	// A fresh connection: the one from before the rush has been idle for longer than the server keeps it.
	const visitor = await playwright.request.newContext({ baseURL });
	const list = await (await visitor.get(event)).text();
	const own = await signedIn(visitor, baseURL!);
	const rows = readList(await (await own.get(`/desk${event}/list`)).text());
	await visitor.dispose();
	expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: people }, (_, nth) => nth + 1));
	expect(rows.filter(({ place }) => place.includes('已确认'))).toHaveLength(places);
	expect(
		rows.slice(0, places).every(({ place }) => place.includes('已确认')),
		'the first to arrive are in'
	).toBe(true);
	expect(rows.slice(places).map(({ place }) => Number(/候补第 (\d+) 位/.exec(place)?.[1]))).toEqual(
		Array.from({ length: people - places }, (_, nth) => nth + 1)
	);
	expect(list, 'nobody is confirmed beyond the capacity; the others wait').toContain(`${people - places} 户在候补`);
});

async function signedIn(request: APIRequestContext, baseURL: string): Promise<APIRequestContext> {
	const headers = { origin: baseURL, accept: 'text/html' };
	await request.post('/sign-in', { headers, form: { username: 'wu', password: 'xinfeng2024' }, maxRedirects: 0 });
	return request;
}

/** The rows of the desk's list, as the page has them: number of arrival, and place. */
function readList(html: string): { seq: number; place: string }[] {
	return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
		.map(([, row]) =>
			[...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '').trim())
		)
		.filter((cells) => cells.length > 0)
		.map((cells) => ({ seq: Number(cells.find((cell) => /^\d+$/.test(cell))), place: cells.join(' ') }));
}

/** A published event with one slot of fifty places, made on the desk as a cadre would. Out: its public address. */
async function openEvent(request: APIRequestContext, baseURL: string): Promise<string> {
	const headers = { origin: baseURL, accept: 'text/html' };
	await signedIn(request, baseURL);
	const page = await (await request.get('/desk/events/new')).text();
	const field = (name: string) =>
		new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*value="([^"]*)"`).exec(page)?.[1];
	const unitId = /<option value="([0-9a-f-]{36})"/.exec(page)![1]!;
	const id = field('id')!;
	const created = await request.post('/desk/events/new', {
		headers,
		maxRedirects: 0,
		form: {
			id,
			unitId,
			kind: 'performance',
			title: '三百人抢五十个名额',
			place: '集镇文化广场',
			description: '',
			partner: '',
			contactPhone: '02371234567',
			'slots.0.id': field('slots.0.id')!,
			'slots.0.on': addDays(dateOf(Date.now()), 5),
			'slots.0.startsAt': '09:00',
			'slots.0.endsAt': '10:00',
			'slots.0.capacity': String(places)
		}
	});
	expect(created.status()).toBe(303);
	const published = await request.post(`/desk/events/${id}?/publish`, {
		headers,
		form: { id: newId(999) },
		maxRedirects: 0
	});
	expect(published.status()).toBe(303);
	return `/events/${id}`;
}

const newId = (nth: number) =>
	`01990000-0000-7${Date.now().toString(16).slice(-3)}-8000-${String(nth).padStart(12, '0')}`;
