import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { describe, expect, inject, it } from 'vitest';

interface Got {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Got> =>
	new Promise((resolve, reject) => {
		request(inject('address') + path, { headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () =>
				resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) })
			);
		})
			.on('error', reject)
			.end();
	});

const publicPages = [
	'/',
	'/events',
	'/trends',
	'/privacy',
	'/trends/figures',
	'/pledge',
	'/slip',
	'/events?kind=lecture'
];
const formId = (html: string) => /name="id" value="([^"]+)"/.exec(html)?.[1];

describe('a page for visitors', () => {
	it('is the same however it is packed, asked for again, and for one who has a cookie of another site', async () => {
		for (const path of publicPages) {
			const plain = await get(path);
			const [br, gzip, again, other] = await Promise.all([
				get(path, { 'accept-encoding': 'gzip, deflate, br' }),
				get(path, { 'accept-encoding': 'br;q=0, gzip' }),
				get(path),
				get(path, { cookie: 'other=1' })
			]);
			if (formId(plain.body.toString())) continue;
			expect(br.headers['content-encoding'], path).toBe('br');
			expect(gzip.headers['content-encoding'], path).toBe('gzip');
			const text = plain.body.toString();
			expect(brotliDecompressSync(br.body).toString(), path).toBe(text);
			expect(gunzipSync(gzip.body).toString(), path).toBe(text);
			expect([again.body.toString() === text, other.body.toString() === text], path).toEqual([true, true]);
			for (const { headers } of [plain, br, gzip, again]) {
				expect(headers['cache-control'], path).toBe(plain.headers['cache-control']);
				expect(headers['content-security-policy'], path).toContain("default-src 'self'");
				expect(headers['set-cookie'], path).toBeUndefined();
				expect(String(headers.vary).toLowerCase(), path).toContain('accept-encoding');
			}
		}
	});

	it('is asked for by what the reader has of it', async () => {
		const { headers } = await get('/privacy');
		const again = await get('/privacy', { 'if-none-match': String(headers.etag) });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});

	it('has the words, the size and the address of who asks', async () => {
		const texts = await Promise.all(
			['', 'lang=en', 'view=elder', 'lang=en; view=elder'].map(async (cookie) =>
				(await get('/events', { cookie })).body.toString()
			)
		);
		expect(texts.map((text) => /<html lang="([^"]+)" data-view="([^"]+)"/.exec(text)?.slice(1))).toEqual([
			['zh-CN', 'normal'],
			['en', 'normal'],
			['zh-CN', 'elder'],
			['en', 'elder']
		]);
		const filtered = await get('/events?kind=lecture');
		expect(filtered.body.toString()).not.toBe(texts[0]);
	});

	it('is read from the cookies as they may be written, and one with a session has its own', async () => {
		const asked = ['lang="en"', 'a=b;lang=en', 'xlang=en', 'lang=fr', 'lang=en; lang=zh-CN', 'lang=%65n', 'lang =en'];
		for (let round = 0; round < 2; round++) {
			const answers = await Promise.all(asked.map((cookie) => get('/privacy', { cookie })));
			const languages = answers.map(({ body }) => /<html lang="([^"]+)"/.exec(body.toString())?.[1]);
			expect(languages).toEqual(['en', 'en', 'zh-CN', 'zh-CN', 'en', 'en', 'en']);
		}
		const ended = await get('/privacy', { cookie: 'session=not-one' });
		expect(String(ended.headers['set-cookie'])).toContain('session=;');
	});

	it('is the same for one whose session is not known, and forgets that session for that reader alone', async () => {
		const host = 'unknown-session.example';
		const first = await get('/events', { host, cookie: 'session=not-one' });
		const rounds = await Promise.all(
			['session=another', '', 'session=not-one; lang=en'].map((cookie) => get('/events', { host, cookie }))
		);
		expect([first, ...rounds].map(({ headers }) => String(headers['set-cookie'] ?? ''))).toEqual([
			expect.stringMatching(/^session=;.*Max-Age=0/i),
			expect.stringMatching(/^session=;/),
			'',
			expect.stringMatching(/^session=;/)
		]);
		const [other, without, english] = rounds.map(({ body }) => body.toString());
		expect([other === first.body.toString(), without === other]).toEqual([true, true]);
		expect(english).toContain('<html lang="en"');
	});

	it('does not know what it does not read of the address', async () => {
		const plain = (await get('/trends?year=2024')).body.toString();
		for (const query of ['year=2024&z=1', 'z=1&year=2024&year=2023', 'year=2024&slot=3'])
			expect((await get(`/trends?${query}`)).body.toString() === plain, query).toBe(true);
		expect((await get('/trends?year=2025&z=1')).body.toString()).not.toBe(plain);
		const again = (await get('/pledge?for=cadre&z=1')).body.toString();
		expect(again, 'of other pages all is kept').toContain('z%3D1');
	});

	it('is kept for its own host alone', async () => {
		await get('/events');
		for (const host of ['one.example', 'two.example', 'one.example'])
			expect((await get('/events', { host })).body.toString()).not.toContain(
				host === 'one.example' ? 'two.example' : 'one.example'
			);
		expect((await get('/events', { host: 'bad host' })).status).toBe(400);
	});

	it('never shares the id of a form', async () => {
		const ids = await Promise.all(
			Array.from({ length: 8 }, async () => formId((await get('/pledge')).body.toString()))
		);
		expect(ids).not.toContain(undefined);
		expect(new Set(ids).size).toBe(8);
	});

	it('is refused and missed by each as before', async () => {
		expect((await get('/no-such-page')).status).toBe(404);
		expect((await get('/desk')).status).toBe(303);
	});
});
