import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with a message once it has it whole. */
export type Answer = 'take' | 'hang' | 'refuse' | 'later' | 'hang-up';

const keyFile = 'tests/integration/certificate/key.pem';

export interface MailServer {
	url: string;
	/** Every message it got whole, whatever it answered. */
	got: { to: string; id: string; text: string; isSecure: boolean }[];
	answer(how: Answer): void;
	close(): Promise<void>;
}

/** What the server asks for: whom to let in, and TLS with the test's own certificate, offered by STARTTLS or from the start. */
interface Demands {
	login?: { user: string; pass: string };
	tls?: 'starttls' | 'from-start';
}

/** The authority that made the server's certificate: itself. */
export const certificateFile = 'tests/integration/certificate/certificate.pem';

/** A real SMTP server on a free port of this machine. */
export async function startMailServer({ login, tls }: Demands = {}): Promise<MailServer> {
	const got: MailServer['got'] = [];
	let how: Answer = 'take';
	const server = new SMTPServer({
		disabledCommands: [...(login ? [] : ['AUTH']), ...(tls === 'starttls' ? [] : ['STARTTLS'])],
		allowInsecureAuth: true,
		secure: tls === 'from-start',
		...(tls && { key: readFileSync(keyFile), cert: readFileSync(certificateFile) }),
		onAuth({ username, password }, session, done) {
			if (username === login?.user && password === login?.pass) done(null, { user: username });
			else done(Object.assign(new Error('unknown'), { responseCode: 535 }));
		},
		closeTimeout: 100,
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const raw = Buffer.concat(chunks).toString('utf8');
				const to = session.envelope.rcptTo.map(({ address }) => address).join();
				got.push({ to, id: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '', text: raw, isSecure: session.secure });
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
		url: `${tls === 'from-start' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
		got,
		answer: (next) => void (how = next),
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
