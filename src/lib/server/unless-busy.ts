/**
 * What a verb gave, or a refusal where another process kept the database busy until the verb's deadline. Nothing is written then, so the same
 * form may be sent again.
 */
export async function unlessBusy<R>(work: Promise<R>): Promise<R | { ok: false; refusal: 'database-busy' }> {
	try {
		return await work;
	} catch (error) {
		if (isBusy(error)) return { ok: false, refusal: 'database-busy' };
		throw error;
	}
}

/** Whether an error, or a cause of it, is that another process kept the database busy. */
export function isBusy(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if ('code' in cause && String(cause.code).startsWith('SQLITE_BUSY')) return true;
	return false;
}
