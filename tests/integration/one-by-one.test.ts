import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTurns } from '../../src/boot/one-by-one.js';

const large = 'x'.repeat(1024 * 1024);
let server: Server;
let underWay: number;
let begun: string[];
let most: number;
const sockets: Socket[] = [];

beforeEach(async () => {
	[underWay, most, begun] = [0, 0, []];
	const inTurn = createTurns();
	server = createServer((request, response) =>
		inTurn(request, response, () => {
			begun.push(request.url!);
			most = Math.max(most, ++underWay);
			setTimeout(() => {
				underWay--;
				response.end(request.url === '/large' ? large : request.url);
			}, 5);
		})
	).listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterEach(() => {
	for (const socket of sockets.splice(0)) socket.destroy();
	server.close();
});

/** Sends requests for these paths in one packet. */
function send(paths: readonly string[]): Socket {
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
	sockets.push(socket);
	socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join(''));
	return socket;
}

const paths = (count: number) => Array.from({ length: count }, (_, nth) => `/p${nth}`);

test('requests that come in one packet are answered in their order, one after the other', async () => {
	const socket = send(paths(10));
	let text = '';
	socket.on('data', (chunk) => (text += String(chunk)));
	while (!text.includes('/p9')) await sleep(5);
	expect([begun, most]).toEqual([paths(10), 1]);
	expect(text.match(/\/p\d/g)).toEqual(paths(10));
	socket.write('GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n');
	while (!text.includes('/later')) await sleep(5);
});

test('who does not read is answered no further', async () => {
	const socket = send(Array<string>(12).fill('/large'));
	socket.pause();
	await sleep(300);
	const first = begun.length;
	expect(first).toBeLessThan(12);
	await sleep(200);
	expect(begun.length).toBe(first);
	socket.resume();
	while (begun.length < 12) await sleep(5);
});

test('a sender of too many requests at once is cut off', async () => {
	const socket = send(paths(200));
	await once(socket.resume(), 'close');
	expect(begun.length).toBeLessThan(20);
});
