import { afterEach, describe, expect, it } from 'vitest';
import { bySmtp } from '../../../src/lib/server/messages/outbox/smtp';
import { certificateFile, startMailServer, type MailServer } from './mail-server';

let mail: MailServer | undefined;
afterEach(() => mail?.close());

const login = { user: 'office@example.cn', pass: 'ge:heim/7' };
const letter = { id: 'act:signup:reminder', to: 'lu@example.cn', subject: '明天见', text: '提醒您' };

/** The server's address with a name and a password, and the certificate's own authority where it is to be trusted. */
function address({ pass = login.pass, isTrusted = true } = {}) {
	const url = new URL(mail!.url);
	url.username = encodeURIComponent(login.user);
	url.password = encodeURIComponent(pass);
	if (isTrusted) url.searchParams.set('ca', certificateFile);
	return url.href;
}

const send = (url: string) => bySmtp(url, '新风 <office@example.cn>')(letter);

describe.each(['starttls', 'from-start'] as const)('a mail server with a password and TLS (%s)', (tls) => {
	it('gets the message over TLS, name and password given as in the address', async () => {
		mail = await startMailServer({ login, tls });
		expect(await send(address())).toEqual({ kind: 'sent' });
		expect(mail.got).toMatchObject([{ to: 'lu@example.cn', isSecure: true }]);
	});

	it('without a trusted certificate gets nothing, until it is mended', async () => {
		mail = await startMailServer({ login, tls });
		expect(await send(address({ isTrusted: false }))).toMatchObject({ kind: 'failed' });
		expect(mail.got).toEqual([]);
	});

	it('that does not know the password is asked again later', async () => {
		mail = await startMailServer({ login, tls });
		expect(await send(address({ pass: 'wrong' }))).toEqual({ kind: 'failed', reason: 'smtp-535' });
		expect(mail.got).toEqual([]);
	});
});

it('a password never goes to a server that offers no TLS', async () => {
	mail = await startMailServer({ login });
	expect(await send(address())).toMatchObject({ kind: 'failed' });
	expect(mail.got).toEqual([]);
});

it('without a password the server’s own offer decides: over TLS where it has one', async () => {
	mail = await startMailServer({ tls: 'starttls' });
	expect(await send(`${mail.url}?ca=${certificateFile}`)).toEqual({ kind: 'sent' });
	expect(mail.got).toMatchObject([{ isSecure: true }]);
});
