/** What a verb answered, which must be what it was asked for. */
export function must<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result as Extract<R, { ok: true }>;
}
