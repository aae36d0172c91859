import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmsGateway {
	url: string;
	/** Every request it got, whatever it answered. */
	got: { to: string; text: string; headers: IncomingHttpHeaders }[];
	/** The status it answers; null: it never does. */
	answer(status: number | null): void;
	close(): Promise<void>;
}

/** A real HTTP gateway for text messages on a free port of this machine. */
export async function startSmsGateway(): Promise<SmsGateway> {
	const got: SmsGateway['got'] = [];
	let status: number | null = 200;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const read = JSON.parse(Buffer.concat(chunks).toString()) as { to: string; text: string };
			got.push({ ...read, headers: request.headers });
			if (status !== null) response.writeHead(status).end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
		got,
		answer: (next) => void (status = next),
		close() {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}
