import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with a message once it has it whole. */
export type Answer = 'take' | 'hang' | 'refuse' | 'later' | 'hang-up';

export interface MailServer {
	url: string;
	/** Every message it got whole, whatever it answered. */
	got: { to: string; id: string; text: string }[];
	answer(how: Answer): void;
	close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
	const got: MailServer['got'] = [];
	let how: Answer = 'take';
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		closeTimeout: 100,
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const raw = Buffer.concat(chunks).toString('utf8');
				const to = session.envelope.rcptTo.map(({ address }) => address).join();
				got.push({ to, id: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '', text: raw });
				if (how === 'take') done();
				if (how === 'refuse') done(Object.assign(new Error('no such person'), { responseCode: 550 }));
				if (how === 'later') done(Object.assign(new Error('come back'), { responseCode: 451 }));
				if (how === 'hang-up') server.connections.forEach((one) => one.close());
			});
		}
	});
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const { port } = server.server.address() as AddressInfo;
	return {
		...{ url: `smtp://127.0.0.1:${port}`, got },
		answer: (next) => void (how = next),
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
