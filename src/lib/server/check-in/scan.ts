import { readScan } from '$lib/domain/check-in/check-in';
import { normalizeCode } from '$lib/domain/signups/slip-code';
import type { Context } from '../context';
import { findSignupByCode } from '$lib/server/db/check-in/parties';
import { readSlipToken } from '../signups/slip-token';

/** The sign-up that a scanned or typed text means: a slip's address or token, or the code of one of this event's; null for any other. */
export async function findScanned(ctx: Context, eventId: string, text: string): Promise<string | null> {
	const scan = readScan(text);
	if ('token' in scan) return readSlipToken(ctx.keys, scan.token);
	const code = normalizeCode(scan.code);
	return code && findSignupByCode(ctx.db, eventId, code);
}
