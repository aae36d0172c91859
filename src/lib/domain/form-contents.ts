/** Fields that are the page's own and may differ between two copies of one form: its act, what the page had shown, a stamp of time. */
const ofPage = ['id', 'seen', 'wordsRead', 'check'];

/** A password leaves no trace beside its hash. */
const isPassword = (name: string) => /password/i.test(name);

/**
 * What a form says, as one text: the same for the same fields in any order, whatever its id. `form`: the fields as its schema read them, plain
 * data.
 */
export function contentsOf(form: object): string {
	const kept = Object.entries(form).filter(([name]) => !ofPage.includes(name) && !isPassword(name));
	return JSON.stringify(inOrder(Object.fromEntries(kept)));
}

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]));
}

/** The codes that say that a form's id was used before: the form gets a fresh one. */
export const isUsedUp = (code: string | undefined): boolean => code === 'form-stale' || code === 'form-sent-already';
