import { ruleCodes } from '$lib/domain/rule-codes';
import * as words from '$lib/paraglide/errors.js';

type Kebab<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : S;
type CodeOf<K> = K extends `errors_${infer Code}` ? Kebab<Code> : never;

/** Every code that has words in `errors.json`: a refusal without words does not compile. */
export type ErrorCode = CodeOf<keyof typeof words>;

/** The codes of the database's rules: one without words does not compile. */
const _worded: readonly ErrorCode[] = ruleCodes;

/** What is wrong and what to do, in the reader's language. */
export function errorText(code: ErrorCode): string {
	return (words as unknown as Record<string, () => string>)[`errors_${code.replaceAll('-', '_')}`]!();
}
