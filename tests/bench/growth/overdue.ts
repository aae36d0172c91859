import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import LibsqlFile from 'libsql';

/** The code of every sign-up that the bench fills in. */
export const filledCode = 'GRWN22';

/** Sign-ups that were filled in and hold personal data beyond the time that they may. */
export function countOverdue(data: string): number {
	const file = new LibsqlFile(join(data, 'xinfeng.db'), { readonly: true });
	const { n } = file
		.prepare(
			`SELECT count(*) AS n FROM slots s JOIN signups g ON g.slot_id = s.id AND g.name_sealed <> 'erased' AND g.code = ?
				WHERE s.ends_at < ?`
		)
		.get(filledCode, Date.now() - retentionMs) as { n: number };
	file.close();
	return n;
}

/** The default of RETENTION_DAYS. */
export const retentionMs = 180 * 24 * 3600 * 1000;

/** Waits until the app has erased what was overdue. */
export async function areErased(data: string): Promise<void> {
	while (countOverdue(data) > 0) await sleep(250);
}
