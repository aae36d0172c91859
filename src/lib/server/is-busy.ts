import { codeOf } from './db/sql';

/** Whether an error, or a cause of it, is that another process kept the database busy until the act's deadline. Nothing is written then. */
export const isBusy = (error: unknown): boolean => hasCode(error, 'SQLITE_BUSY');

/** Whether it is that the disk was full. Nothing is written then either. */
export const isDiskFull = (error: unknown): boolean => hasCode(error, 'SQLITE_FULL');

function hasCode(error: unknown, code: string): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause) if (codeOf(cause)?.startsWith(code)) return true;
	return false;
}
