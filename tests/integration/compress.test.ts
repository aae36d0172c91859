import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGunzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { createCompression } from '../../src/boot/compress.js';

const chunk = randomBytes(64 * 1024);
const chunks = 200;

/** Writes as long as the reader follows, then waits for it, as the adapter does. Out: how often it waited. */
function write(response: ServerResponse): Promise<number> {
	return new Promise((resolve) => {
		let [left, waits] = [chunks, 0];
		const next = () => {
			for (; left > 0; left--) {
				if (response.write(chunk)) continue;
				left--;
				waits++;
				return void response.once('drain', next);
			}
			response.end();
			resolve(waits);
		};
		next();
	});
}

it('a long compressed answer arrives whole, and its many waits for the reader leave no listener behind each', async () => {
	const compress = createCompression();
	const warnings: string[] = [];
	const warned = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`);
	process.on('warning', warned);
	let waits: Promise<number> | null = null;
	const server = createServer((request, response) => {
		response.setHeader('content-type', 'text/csv');
		compress(request, response, () => void (waits = write(response)));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		const asked = get({ port: (server.address() as AddressInfo).port, headers: { 'accept-encoding': 'gzip' } });
		const [answer] = (await once(asked, 'response')) as [IncomingMessage];
		expect(answer.headers['content-encoding']).toBe('gzip');
		let bytes = 0;
		for await (const part of answer.pipe(createGunzip())) bytes += (part as Buffer).length;
		expect(bytes).toBe(chunk.length * chunks);
		await expect(waits, 'else this shows nothing').resolves.toBeGreaterThan(20);
		expect(warnings).toEqual([]);
	} finally {
		process.off('warning', warned);
		server.close();
	}
});
