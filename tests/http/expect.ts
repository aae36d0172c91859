import { expect } from 'vitest';
import type { Locator } from './locator';
import type { Page } from './page';
import { oneSpace, type Wording } from './text';

type Verdict = { pass: boolean; message: () => string; actual?: unknown; expected?: unknown };

/** Assertions about a page, worded as in Playwright. A string is compared with single spaces, an expression with the text as it is. */
const matchers = {
	toHaveText(locator: Locator, wanted: Wording | readonly string[]): Verdict {
		if (typeof wanted === 'string' || wanted instanceof RegExp) return whole('text', locator.textContent(), wanted);
		const texts = locator.allTextContents().map(oneSpace);
		return verdict('texts', texts, wanted, JSON.stringify(texts) === JSON.stringify(wanted));
	},

	toContainText(locator: Locator, wanted: Wording): Verdict {
		const text = locator.textContent();
		if (typeof wanted !== 'string') return verdict('text', text, wanted, wanted.test(text));
		return verdict('text', oneSpace(text), wanted, oneSpace(text).includes(oneSpace(wanted)));
	},

	toHaveValue: (locator: Locator, wanted: Wording) => whole('value', locator.inputValue(), wanted),

	toHaveAttribute: (locator: Locator, name: string, wanted: Wording) =>
		whole(name, locator.getAttribute(name) ?? '', wanted),

	/** An address without its origin is one of the page's town. */
	toHaveURL(page: Page, wanted: Wording): Verdict {
		const address = typeof wanted === 'string' ? new URL(wanted, page.session.origin).href : wanted;
		return whole('address', page.url(), address);
	},

	toHaveCount(locator: Locator, wanted: number): Verdict {
		const count = locator.count();
		return {
			...verdict('count', count, wanted, count === wanted),
			message: () => `found ${count}: ${locator.allTextContents().map(oneSpace).join('\n').slice(0, 1000)}`
		};
	},

	toBeChecked: (locator: Locator) => verdict('tick', locator.isChecked(), true, locator.isChecked()),
	toBeVisible: (locator: Locator) => verdict('sight', locator.isVisible(), true, locator.isVisible()),
	toBeHidden: (locator: Locator) => verdict('sight', locator.isVisible(), false, !locator.isVisible())
};

function whole(what: string, found: string, wanted: Wording): Verdict {
	if (typeof wanted !== 'string') return verdict(what, found, wanted, wanted.test(found));
	return verdict(what, oneSpace(found), oneSpace(wanted), oneSpace(found) === oneSpace(wanted));
}

function verdict(what: string, actual: unknown, expected: unknown, pass: boolean): Verdict {
	return {
		pass,
		actual,
		expected,
		message: () => `${what}: ${String(actual).slice(0, 3000)}\nexpected: ${String(expected)}`
	};
}

type PageMatchers = {
	[Name in keyof typeof matchers]: (typeof matchers)[Name] extends (found: never, ...rest: infer Rest) => unknown
		? (...rest: Rest) => void
		: never;
};

declare module 'vitest' {
	// Declared again as Vitest declares it.
	// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
	interface Matchers<T = any> extends PageMatchers {}
}

expect.extend(matchers);

export { expect };
