/**
 * Says why a start stopped: a sentence for what a person can mend, the whole error for a bug.
 * Known by name, since the built app carries copies of the classes.
 * @param {unknown} error
 */
export function explain(error) {
	const isMendable = error instanceof Error && ['StartRefused', 'SettingsError', 'DatabaseTooNew'].includes(error.name);
	console.error(isMendable ? `\n${error.message}\n` : error);
}
