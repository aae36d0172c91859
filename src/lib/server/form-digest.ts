import { createHash } from 'node:crypto';
import { contentsOf } from '$lib/domain/form-contents';
import type { Keys } from './keys';

/** What each form that was read says. */
const read = new WeakMap<FormData, object>();

/** Keeps what a sent form says, as its page read it: plain data with the form's `id`. */
export function keepContents(sent: FormData, form: unknown): void {
	if (isObject(form)) read.set(sent, form);
}

/**
 * The digest by which the act of a form is known to be the same again, with the files that were sent; null where `actId` is neither the id
 * of this form nor that of a part of it. Keyed, and bound to the id, so that no two forms are compared. 36 bits tell two sendings of one form
 * apart, and are too few to be worked back to a person by trying, once the record is erased.
 */
export async function digestForm(keys: Keys, sent: FormData | undefined, actId: string): Promise<string | null> {
	const form = sent && partOf(read.get(sent), actId);
	if (!form) return null;
	const files = await Promise.all([...sent].map(async ([name, value]) => (isFile(value) ? hashOf(name, value) : [])));
	return keys.blindIndex(['form', actId, ...files.flat(), contentsOf(form)].join(':')).slice(0, 6);
}

/** What one act of the form is about: all of it, or a part with an id of its own. */
const partOf = (form: object | undefined, actId: string): object | undefined =>
	[form, ...Object.values(form ?? {})].find((part) => isObject(part) && 'id' in part && part.id === actId);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFile = (value: FormDataEntryValue): value is File => typeof value !== 'string' && value.size > 0;

const hashOf = async (name: string, file: File) => [
	name,
	createHash('sha256')
		.update(new Uint8Array(await file.arrayBuffer()))
		.digest('base64url')
];
