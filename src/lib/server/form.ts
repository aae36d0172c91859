import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { isUsedUp } from '$lib/domain/form-contents';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import { enterButton, findButton, listedField, searchField } from '$lib/domain/units/unit-choice';
import type { FormState } from '$lib/ui/elements/form-state';
import { keepContents } from './form-digest';
import { findersOf, type Schema } from './form-fields';

export type { Schema };

export type ReadForm<S extends Schema> =
	| {
			ok: false;
			/** What the action gives back. */
			failure: ActionFailure<FormState> | FormState;
			/** The same without its status. */
			state: FormState;
	  }
	| {
			ok: true;
			data: v.InferOutput<S>;
			/**
			 * Answers a verb's refusal on the form, at `field` or at its top: 403 for another unit's record, 404 for one that is not there, else 409.
			 * Without a field a refusal of the record that the address names is the error page: no form can mend it.
			 */
			refuse(code: FormRefusal, field?: string): ActionFailure<FormState>;
	  };

/** The field with which a form is shown again whose act was not done, since the database was busy (see busy-answer). */
export const busyField = 'database-busy';

/**
 * Fields of the switches of view and language, and of the button that looks for a unit. A form that they send is shown again as it was
 * typed; its act is not done.
 */
const switches = ['view', 'lang', findButton, busyField];

/** Fields that are of the sending, not of what was typed. */
const unkept = [...switches, enterButton];

/** A field that holds more characters than this is refused before anything is worked out of it. */
const longestField = 3000;

/** Those that hold a whole text: a pledge's, a report's, a line for each village. */
const longestFields: Partial<Record<string, number>> = { body: 40_000, lines: 40_000 };

/** The fields that hold too much. */
const overlong = (values: Record<string, string>) =>
	Object.keys(values).filter((name) => values[name]!.length > (longestFields[name] ?? longestField));

/** Whether a form was sent by a switch, only to be shown again. */
const isSwitch = (data: FormData) => switches.some((name) => data.has(name));

/**
 * Reads a form post through its schema. Wrong input is a failure (status 400) that keeps what was typed, but no
 * password. `mayTry` counts a form that is meant, and says whether its address may send so many; if not, status 429.
 * `complete` adds to what was sent before it is read; it costs time, so the form is counted first.
 */
export async function readForm<S extends Schema>(
	request: Request,
	schema: S,
	mayTry?: () => Promise<boolean>,
	complete?: (sent: FormData) => Promise<void>
): Promise<ReadForm<S>> {
	const sent = await readFields(request);
	lookOnEnter(schema, sent);
	const isAllowed = isSwitch(sent) || (await mayTry?.()) !== false;
	if (isAllowed) await complete?.(sent);
	return checkFields(sent, schema, isAllowed);
}

/** Enter in the field for a unit's name looks for it, as the button beside it does. The act is not done: the unit was not seen yet. */
function lookOnEnter(schema: Schema, sent: FormData): void {
	const [name] = sent.has(enterButton) ? unlistedUnits(schema, textsOf(sent)) : [];
	if (name !== undefined) sent.set(findButton, name);
}

/** The fields that hold a text. */
const textsOf = (sent: FormData): Record<string, string> =>
	Object.fromEntries([...sent].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The same for a form that was read already, such as one with a file: its texts alone go through the schema. */
export function checkFields<S extends Schema>(data: FormData, schema: S, mayTry = true): ReadForm<S> {
	const values = textsOf(data);
	const kept = Object.entries(values).filter(([name]) => !/password/i.test(name) && !unkept.includes(name));
	const typed = Object.fromEntries(kept);
	const refused = (status: number, errors: FormState['errors']) => {
		const state = { values: typed, errors };
		return { ok: false as const, failure: fail(status, state), state };
	};
	if (data.has(busyField)) return refused(503, { form: 'database-busy' });
	if (isSwitch(data)) {
		const looked = data.has(enterButton) ? data.get(findButton) : null;
		const state = { values: typed, errors: {}, ...(typeof looked === 'string' && { looked }) };
		return { ok: false, failure: state, state };
	}
	if (!mayTry) return refused(429, { form: 'too-many-tries' });
	const tooLong = overlong(values).map((name): [string, ErrorCode] => [name, 'text-too-long']);
	if (tooLong.length > 0) return refused(400, Object.fromEntries(tooLong));
	const parsed = v.safeParse(schema, { ...emptyFields(schema), ...values });
	const unlisted = unlistedUnits(schema, values);
	if (parsed.success && unlisted.length === 0) {
		keepContents(data, parsed.output);
		return {
			ok: true,
			data: parsed.output,
			refuse: (code, asked = 'form') => {
				// It is the form itself that is used up, whatever its fields hold: it gets a new id.
				const field = isUsedUp(code) ? 'form' : asked;
				if (field === 'form') stopAtRecord(code);
				return fail(statusOf(code as ErrorCode), { values: typed, errors: { [field]: code as ErrorCode } });
			}
		};
	}
	const errors: Record<string, ErrorCode> = {};
	for (const issue of parsed.issues ?? []) errors[fieldOf(issue, values)] ??= codeOf(issue);
	for (const name of unlisted) errors[name] = 'unit-not-chosen';
	return refused(400, inOrder(errors, schema));
}

/** A form has at most this many fields. The largest of ours, the sheet of all targets, has about 4,000 in the bytes that a form may have. */
const mostFields = 5000;

/** The fields of each request that was read as a form. */
const readRequests = new WeakMap<Request, FormData>();

/**
 * The fields of a form post. A body that is no form of ours (text, a broken multipart, far too many fields) is answered 400 and does not count as
 * a fault. A request is read once.
 */
export async function readFields(request: Request): Promise<FormData> {
	const known = readRequests.get(request);
	if (known) return known;
	const fields = await request.formData().catch(() => error(400));
	if ([...fields.keys()].length > mostFields) error(400);
	readRequests.set(request, fields);
	return fields;
}

/** The form that was read of a request. */
export const sentForm = (request: Request): FormData | undefined => readRequests.get(request);

/**
 * Goes on to another page (303) where this one has nothing to offer any more. A form that was sent here meanwhile is answered here, so that what
 * was typed is not lost.
 */
export function goOn({ method }: Request, to: string): void {
	if (method !== 'POST') redirect(303, to);
}

/** What was sent to a page: the form that its action read, or else the query of its address. */
export const sentTo = ({ request, url }: { request: Request; url: URL }): FormData | URLSearchParams =>
	readRequests.get(request) ?? url.searchParams;

/** Codes that say that the record of the address is not there. */
const missingRecords = [
	'account-unknown',
	'closing-unknown',
	'elder-unknown',
	'event-not-found',
	'invitation-unknown',
	'late-act-unknown',
	'member-unknown',
	'report-unknown',
	'series-unknown',
	'unit-unknown'
] as const;

/** A refusal that a form can answer: with words on its field, or with the error page of a missing record. */
export type FormRefusal = ErrorCode | (typeof missingRecords)[number];

/** Ends with the error page if the refusal is of the record that an address names: 403 for another unit's, 404 for none. */
export function stopAtRecord(code: FormRefusal): void {
	if (code === 'not-your-unit') error(403);
	if (missingRecords.some((missing) => missing === code)) error(404);
}

function statusOf(code: ErrorCode): number {
	if (code === 'not-your-unit') return 403;
	if (code === 'database-busy') return 503;
	return /^(signup|pledge|activity|banquet|dissuasion|answer|message)-unknown$|-not-found$/.test(code) &&
		code !== 'slip-not-found'
		? 404
		: 409;
}

/** The fields that ask for a unit, with a name to look for that their list was not made for: what is chosen in it is not what was meant. */
function unlistedUnits(schema: Schema, values: Record<string, string>): string[] {
	return findersOf(schema, Object.keys(values)).filter(
		(name) => values[searchField(name)]!.trim() !== (values[listedField(name)] ?? '')
	);
}

/** The field that an issue is about: its path, or the path's head where one field holds a list, such as several names. */
function fieldOf(issue: v.BaseIssue<unknown>, values: Record<string, string>): string {
	const path = v.getDotPath(issue) ?? 'form';
	const [head = path] = path.split('.');
	return !(path in values) && head in values ? head : path;
}

/** A radio group or tick box left alone is not sent at all: it counts as empty, and gets its own field's code. */
function emptyFields(schema: Schema): Record<string, string> {
	return 'entries' in schema ? Object.fromEntries(Object.keys(schema.entries as object).map((name) => [name, ''])) : {};
}

/**
 * Errors in the order of the form's fields, which is that of its schema: some are found only once every field is read. Those of no such field come
 * last.
 */
function inOrder(errors: FormState['errors'], schema: Schema): FormState['errors'] {
	const order = new Map(Object.keys(emptyFields(schema)).map((name, at) => [name, at]));
	const placeOf = (name: string) => order.get(name) ?? order.get(name.split('.')[0]!) ?? order.size;
	return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

function codeOf(issue: v.BaseIssue<unknown>): ErrorCode {
	return (/^[a-z0-9-]+$/.test(issue.message) ? issue.message : 'field-missing') as ErrorCode;
}
