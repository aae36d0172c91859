import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { admit, bodyLimit, mostBody, mostHeld } from '../../src/boot/gate.js';

let server: Server;

afterEach(() => server.close());

/** A server that answers with what the app would see of an admitted request. */
async function serve({ trustProxy = false, patienceMs = 20_000 } = {}): Promise<number> {
	server = createServer(async (incoming, response) => {
		const admitted = await admit(incoming, response, trustProxy, patienceMs).catch(() => null);
		if (!admitted) return;
		let size = 0;
		try {
			for await (const chunk of admitted as AsyncIterable<Buffer>) size += chunk.length;
		} catch {
			// The sender was cut off.
			return;
		}
		const { 'x-forwarded-for': from, 'x-forwarded-proto': scheme } = admitted.headers;
		response.end(JSON.stringify({ from, scheme, size }));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

interface Sent {
	path?: string;
	headers?: Record<string, string>;
	body?: string;
}

async function send(
	port: number,
	{ headers = {}, body, path = '/' }: Sent = {}
): Promise<{ status?: number; text: string }> {
	const outgoing = request({ port, path, host: '127.0.0.1', method: body === undefined ? 'GET' : 'POST', headers });
	outgoing.end(body);
	const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
	let text = '';
	for await (const chunk of answer) text += String(chunk);
	return { status: answer.statusCode, text };
}

async function sendRaw(port: number, text: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.end(text);
	let answer = '';
	for await (const chunk of socket) answer += String(chunk);
	return answer.split('\r\n')[0] ?? '';
}

test('scheme and sender come from the connection, whatever a client claims', async () => {
	const port = await serve();
	const { text } = await send(port, { headers: { 'x-forwarded-for': '9.9.9.9', 'x-forwarded-proto': 'https' } });
	expect(JSON.parse(text)).toEqual({ from: '127.0.0.1', scheme: 'http', size: 0 });
});

test('behind a trusted proxy they come from its headers: of several senders the one it added itself', async () => {
	const port = await serve({ trustProxy: true });
	const proxied = await send(port, {
		headers: { 'x-forwarded-for': '9.9.9.9, 8.8.8.8', 'x-forwarded-proto': 'https' }
	});
	expect(JSON.parse(proxied.text)).toMatchObject({ from: '8.8.8.8', scheme: 'https' });
	const direct = await send(port, { headers: { 'x-forwarded-for': 'nobody', 'x-forwarded-proto': 'gopher:' } });
	expect(JSON.parse(direct.text)).toMatchObject({ from: '127.0.0.1', scheme: 'http' });
});

test.each([
	['with its length', {}],
	['in chunks, without its length', { 'transfer-encoding': 'chunked' }]
])('a body sent %s passes up to the limit and is refused above it', async (_, headers) => {
	const port = await serve();
	const fits = await send(port, { headers, body: 'x'.repeat(bodyLimit) });
	expect(JSON.parse(fits.text)).toMatchObject({ size: bodyLimit });
	const tooLarge = await send(port, { headers, body: 'x'.repeat(bodyLimit + 1) });
	expect(tooLarge.status).toBe(413);
	expect(tooLarge.text).toContain('256 KB');
	const farTooLarge = await send(port, { headers, body: 'x'.repeat(20 * bodyLimit) });
	expect(farTooLarge.status).toBe(413);
});

test('where files are taken a larger body passes, up to a limit of its own; nowhere else', async () => {
	const port = await serve();
	const event = '01900000-0000-7000-8000-000000000001';
	const body = 'x'.repeat(bodyLimit + 1);
	const upload = await send(port, { path: `/desk/events/${event}/files?/add`, body });
	expect(JSON.parse(upload.text)).toMatchObject({ size: bodyLimit + 1 });
	for (const path of [`/desk/events/${event}/files/x`, `/desk/events/files`, `/x?/desk/events/${event}/files`])
		expect((await send(port, { path, body })).status, path).toBe(413);
	const tooLarge = await send(port, { path: `/desk/events/${event}/files`, body: 'x'.repeat(mostBody + 1) });
	expect(tooLarge.status).toBe(413);
	expect(tooLarge.text).toContain('8 MB');
});

test('the import of ledgers takes a file of 12 MB, and its neighbours do not', async () => {
	const ledgerLimit = 13 * 1024 * 1024;
	const port = await serve();
	const body = 'x'.repeat(ledgerLimit);
	const file = await send(port, { path: '/desk/imports/new?ledger=banquets', body });
	expect(JSON.parse(file.text)).toMatchObject({ size: ledgerLimit });
	const larger = await send(port, { path: '/desk/imports/new', body: `${body}x` });
	expect([larger.status, larger.text]).toEqual([413, expect.stringContaining('13 MB')]);
	expect((await send(port, { path: '/desk/imports', body: 'x'.repeat(bodyLimit + 1) })).status).toBe(413);
});

/** A body that never ends: in chunks, or one byte short of the length that it says. */
function begin(port: number, bytes: number, { cookie = '', isChunked = true } = {}) {
	const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${bytes + 1}`;
	const body = 'x'.repeat(bytes);
	const socket = connect(port, '127.0.0.1').on('error', () => {});
	let answer = '';
	socket.on('data', (chunk) => (answer += String(chunk)));
	socket.write(`POST /desk/imports/new HTTP/1.1\r\nHost: localhost\r\n${length}\r\n${cookie}\r\n`);
	socket.write(isChunked ? `${bytes.toString(16)}\r\n${body}\r\n` : body);
	return { socket, answer: () => answer.split('\r\n') };
}

test.each([
	['in chunks', true],
	['with their length', false]
])('bodies %s hold so much memory at most, and leave room for small forms', async (_, isChunked) => {
	const port = await serve();
	const file = 12 * 1024 * 1024;
	const how = { cookie: 'Cookie: session=a\r\n', isChunked };
	const cadres = Array.from({ length: Math.floor(mostHeld / file) }, () => begin(port, file, how));
	await sleep(500);
	expect(cadres.map(({ answer }) => answer()[0])).toEqual(cadres.map(() => ''));
	const one = begin(port, file, how);
	while (!one.answer()[0]) await sleep(5);
	expect(one.answer()).toEqual(expect.arrayContaining(['HTTP/1.1 503 Service Unavailable', 'retry-after: 10']));
	const filling = begin(port, mostHeld % file, how);
	await sleep(100);
	const villager = await send(port, { body: 'x'.repeat(1000) });
	expect(villager.status, 'a small form has room').toBe(200);
	for (const { socket } of [...cadres, filling]) socket.destroy();
	await sleep(200);
	const later = begin(port, file, how);
	await sleep(500);
	expect(later.answer()[0], 'once they have left there is room again').toBe('');
	later.socket.destroy();
	await sleep(100);
});

test('in chunks a file needs a session', async () => {
	const stranger = begin(await serve(), 2 * bodyLimit);
	while (!stranger.answer()[0]) await sleep(5);
	expect(stranger.answer()[0]).toContain('413');
	stranger.socket.destroy();
});

test.each(['Content-Length: 100\r\n\r\n', 'Transfer-Encoding: chunked\r\n\r\n5\r\n'])(
	'a form that is not there in time is cut off (%j)',
	async (rest) => {
		const port = await serve({ patienceMs: 100 });
		const socket = connect(port, '127.0.0.1').on('error', () => {});
		socket.write(`POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${rest}a=1`);
		const began = performance.now();
		await once(socket.resume(), 'close');
		expect(performance.now() - began).toBeLessThan(5000);
	}
);

test.each(['a b', '<x>', 'name@host', 'host/path', 'host:99999', '[::1', ''])(
	'the Host "%s" gets a 400',
	async (host) => {
		const port = await serve();
		expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe(
			'HTTP/1.1 400 Bad Request'
		);
	}
);

test.each(['localhost', 'xinfeng.example.cn:3000', '192.168.1.5:3000', '[fe80::1]:3000'])(
	'the Host "%s" passes',
	async (host) => {
		const port = await serve();
		expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe('HTTP/1.1 200 OK');
	}
);

test.each(['http://elsewhere.example/', '*'])('the target "%s" gets a 400', async (target) => {
	const port = await serve();
	const raw = `OPTIONS ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
	expect(await sendRaw(port, raw)).toBe('HTTP/1.1 400 Bad Request');
});
