import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import LibsqlFile from 'libsql';

/** The code of every sign-up that the bench fills in. */
export const filledCode = 'GRWN22';

/** The default of RETENTION_DAYS. */
export const retentionMs = 180 * 24 * 3600 * 1000;

const overdue = `FROM slots s JOIN signups g ON g.slot_id = s.id AND g.name_sealed <> 'erased' AND g.code = '${filledCode}'
	WHERE s.ends_at < ?`;

/** How many sign-ups that were filled in hold personal data beyond the time that they may. */
export const countOverdue = (data: string): number => readNumber(data, `SELECT count(*) AS n ${overdue}`);

/** Waits until the app has erased what was overdue. */
export async function areErased(data: string): Promise<void> {
	while (readNumber(data, `SELECT EXISTS (SELECT 1 ${overdue}) AS n`) > 0) await sleep(500);
}

function readNumber(data: string, sql: string): number {
	const file = new LibsqlFile(join(data, 'xinfeng.db'), { readonly: true });
	const { n } = file.prepare(sql).get(Date.now() - retentionMs) as { n: number };
	file.close();
	return n;
}
