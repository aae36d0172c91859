/** What a verb answers: done, with what it made, or an expected refusal with a stable code. */
export type Result<T extends object = object, R extends string = string> =
	({ ok: true } & T) | { ok: false; refusal: R };
