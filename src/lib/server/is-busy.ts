import { codeOf } from './db/sql';

/** Whether an error, or a cause of it, is that another process kept the database busy until the act's deadline. Nothing is written then. */
export function isBusy(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if (codeOf(cause)?.startsWith('SQLITE_BUSY')) return true;
	return false;
}
