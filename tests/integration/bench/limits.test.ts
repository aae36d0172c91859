import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { Connection } from '../../bench/load/connection';
import { ask } from '../../bench/load/load';
import { getting } from '../../bench/load/request';
import { InstanceError } from '../../bench/limits';

it('an instance that limits the bench is named, with the settings that it needs', async () => {
	const server = createServer((_, answer) => answer.writeHead(429).end('too many'));
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const connection = new Connection(address);
	const target = { name: 'hot slot', address, pid: null, next: getting(address, '/'), status: 303 };
	const asking = ask(connection, target);
	await expect(asking).rejects.toThrow(/^hot slot was answered with 429\. Start it with SIGNUPS_PER_10_MIN=1000000 /);
	await expect(asking).rejects.toBeInstanceOf(InstanceError);
	connection.close();
	server.close();
});
