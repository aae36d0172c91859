import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Letter, Outcome, Send } from '$lib/domain/messages/channel';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000, dnsTimeout: 10_000 };
/** Below the lease (domain `leaseMs`). */
const giveUpMs = 45_000;

/**
 * Sends by SMTP. `url`: `smtps://name:password@host:465` (TLS from the start) or `smtp://name:password@host:587` (STARTTLS where the
 * server offers it; with a password it must, which never travels in clear); `?ca=/path/ca.pem` trusts an authority of one's own. The
 * server's certificate is always verified. `from`: an address.
 * The connection is used directly because only so it is known whether the words had left when a line breaks.
 */
export function bySmtp(url: string, from: string): Send {
	const { protocol, hostname, port, username, password, searchParams } = new URL(url);
	const auth = username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
	const ca = searchParams.get('ca');
	const options = {
		host: hostname,
		port: port ? Number(port) : undefined,
		secure: protocol === 'smtps:',
		...patience,
		requireTLS: protocol === 'smtp:' && auth !== '',
		tls: { rejectUnauthorized: true, ...(ca && { ca: readFileSync(ca) }) }
	};
	return async (letter) => {
		const words = await compose(letter, from).catch(() => null);
		if (words === null) return { kind: 'refused', reason: 'unwritable' };
		const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
		const connection = new SMTPConnection(options);
		let handedOver = false;
		const body = Readable.from(
			(function* () {
				handedOver = true;
				yield words;
			})()
		);
		try {
			await within(giveUpMs, (settle) => {
				connection.on('error', settle);
				connection.connect((error) => {
					if (error) return settle(error);
					const send = () => connection.send({ from: addressIn(from), to: [letter.to] }, body, settle);
					if (auth) connection.login({ credentials: auth }, (error) => (error ? settle(error) : send()));
					else send();
				});
			});
			return { kind: 'sent' };
		} catch (error) {
			return outcomeOf(error as SmtpError, handedOver);
		} finally {
			connection.close();
		}
	};
}

type SmtpError = Error & { code?: string; responseCode?: number };

function outcomeOf({ code, responseCode }: SmtpError, handedOver: boolean): Outcome {
	if (responseCode === undefined) {
		return { kind: handedOver ? 'in-doubt' : 'failed', reason: `smtp-${(code ?? 'error').toLowerCase()}` };
	}
	// A wrong password or missing TLS is the installation's fault, not the message's: it may be mended.
	const isRefused = responseCode >= 500 && code !== 'EAUTH' && code !== 'ETLS';
	return { kind: isRefused ? 'refused' : 'failed', reason: `smtp-${responseCode}` };
}

async function compose({ id, to, subject, text }: Letter, from: string): Promise<Buffer> {
	const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
	const headers = { 'Auto-Submitted': 'auto-generated' };
	const messageId = `<${id.replace(/[^\w.-]/g, '-')}@${addressIn(from).split('@')[1]}>`;
	return new MailComposer({ from, to, subject, text, messageId, headers }).compile().build();
}

/** The bare address of `新风 <office@example.cn>`. */
function addressIn(from: string): string {
	return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

function within(ms: number, work: (settle: (error?: Error | null) => void) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(Object.assign(new Error('time-out'), { code: 'ETIMEDOUT' })), ms);
		work((error) => {
			clearTimeout(timer);
			if (error) reject(error);
			else resolve();
		});
	});
}
