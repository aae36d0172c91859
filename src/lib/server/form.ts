import { error, fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import type { ErrorCode } from '$lib/ui/elements/error-words';

/** What a page gets back: what was typed, and per field (or `form`) the code of what is wrong. */
export interface FormState {
	values: Record<string, string>;
	errors: Record<string, ErrorCode>;
}

type Schema = v.GenericSchema<unknown, unknown>;

export type ReadForm<S extends Schema> =
	| { ok: false; failure: ActionFailure<FormState> }
	| {
			ok: true;
			data: v.InferOutput<S>;
			/** Answers a verb's refusal on the form, at `field` or at its top: 403 for another unit's record, 404 for one that is not there, else 409. */
			refuse(code: ErrorCode, field?: string): ActionFailure<FormState>;
	  };

/**
 * Reads a form post through its schema. Wrong input is a failure (status 400) that keeps what was typed, but no
 * password. `mayTry` false, for an address with too many attempts, is one with status 429.
 */
export async function readForm<S extends Schema>(request: Request, schema: S, mayTry = true): Promise<ReadForm<S>> {
	return checkFields(await readFields(request), schema, mayTry);
}

/** The same of a form that was read already, for one with a file: its texts alone go through the schema. */
export function checkFields<S extends Schema>(data: FormData, schema: S, mayTry = true): ReadForm<S> {
	const values = Object.fromEntries(
		[...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
	const typed = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
	if (!mayTry) return { ok: false, failure: fail(429, { values: typed, errors: { form: 'too-many-tries' } }) };
	const parsed = v.safeParse(schema, { ...emptyFields(schema), ...values });
	if (parsed.success) {
		return {
			ok: true,
			data: parsed.output,
			refuse: (code, field = 'form') => fail(statusOf(code), { values: typed, errors: { [field]: code } })
		};
	}
	const errors: Record<string, ErrorCode> = {};
	for (const issue of parsed.issues) errors[v.getDotPath(issue) ?? 'form'] ??= codeOf(issue);
	return { ok: false, failure: fail(400, { values: typed, errors }) };
}

/**
 * The fields of a form post. A body that is no form (text, a broken multipart) is answered 400 and does not count as a
 * fault.
 */
export async function readFields(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(400);
	}
}

function statusOf(code: ErrorCode): number {
	if (code === 'not-your-unit') return 403;
	return /^(signup|pledge|activity|banquet|dissuasion|answer|message)-unknown$|-not-found$/.test(code) &&
		code !== 'slip-not-found'
		? 404
		: 409;
}

/** A radio group or tick box left alone is not sent at all: it counts as empty, and gets its own field's code. */
function emptyFields(schema: Schema): Record<string, string> {
	return 'entries' in schema ? Object.fromEntries(Object.keys(schema.entries as object).map((name) => [name, ''])) : {};
}

function codeOf(issue: v.BaseIssue<unknown>): ErrorCode {
	return (/^[a-z0-9-]+$/.test(issue.message) ? issue.message : 'field-missing') as ErrorCode;
}
