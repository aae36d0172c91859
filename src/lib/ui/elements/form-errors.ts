import { errorText, type ErrorCode } from './error-words';

/** What a form action gave back, worded: per field, and for the whole form. */
export function formErrors(form: { errors?: Partial<Record<string, string>> } | null | undefined): {
	fields: Record<string, string | undefined>;
	form: string | undefined;
} {
	const worded = Object.fromEntries(
		Object.entries(form?.errors ?? {}).map(([field, code]) => [field, code && errorText(code as ErrorCode)])
	);
	const { form: whole, ...fields } = worded;
	return { fields, form: whole };
}
