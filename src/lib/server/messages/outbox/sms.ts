import type { Send } from '$lib/domain/messages/channel';

/** Below the lease (domain `leaseMs`). */
const giveUpMs = 20_000;

/**
 * Sends by an HTTP gateway: POST { to, text } with the token and the message's id as idempotency key. 2xx is sent, 4xx refused;
 * 429, 5xx and no answer are tried again: the gateway knows the key, so a second attempt is no second message.
 */
export function byGateway(url: string, token: string): Send {
	return async ({ id, to, text }) => {
		try {
			const { ok, status } = await fetch(url, {
				method: 'POST',
				redirect: 'error',
				signal: AbortSignal.timeout(giveUpMs),
				headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': id },
				body: JSON.stringify({ to, text })
			});
			if (ok) return { kind: 'sent' };
			const isRefused = status >= 400 && status < 500 && status !== 429;
			return { kind: isRefused ? 'refused' : 'failed', reason: `sms-${status}` };
		} catch {
			return { kind: 'failed', reason: 'sms-no-answer' };
		}
	};
}
