import { isTag, type Element } from 'domhandler';
import { chosen, optionValue, select, tick, type, valueOf, type Upload } from './form';
import type { Page } from './page';
import { labelsOf, nameOf } from './labels';
import { roleOf } from './roles';
import type { Answer } from './answer';
import { isShown, shownText } from './shown-text';
import { matches, textOf, type Wording } from './text';

export type TextOptions = { exact?: boolean };
export type RoleOptions = { name?: Wording; exact?: boolean; level?: number };
export type WithinOptions = { hasText?: Wording; hasNotText?: Wording; has?: Locator };

/** What has no text for a reader of the page. */
const wordless = new Set(['html', 'head', 'title', 'script', 'style']);

/** A way to elements of a page, found anew each time, named as in Playwright so that tests read the same. */
export class Locator {
	constructor(
		private readonly page: Page,
		/** The elements in the page's order. */
		readonly find: () => Element[],
		private readonly way: string
	) {}

	/** By a CSS selector within these elements. */
	locator(css: string, { hasText, hasNotText, has }: WithinOptions = {}): Locator {
		const found = this.next(`locator(${css})`, () => this.page.$(this.find()).find(css).toArray());
		return found.filter({ hasText, hasNotText, has });
	}

	/** Those that a screen reader announces so. */
	getByRole(role: string, { name, exact, level }: RoleOptions = {}): Locator {
		return this.within(`getByRole(${role}, ${name})`, (element) => {
			if (roleOf(element) !== role || !isShown(element)) return false;
			if (level !== undefined && element.name !== `h${level}`) return false;
			return name === undefined || matches(nameOf(this.page.$, element), name, exact);
		});
	}

	/** Fields by their label. */
	getByLabel(wording: Wording, { exact }: TextOptions = {}): Locator {
		return this.within(`getByLabel(${wording})`, (element) =>
			labelsOf(this.page.$, element).some((label) => matches(label, wording, exact))
		);
	}

	/** The innermost elements with this text. */
	getByText(wording: Wording, { exact }: TextOptions = {}): Locator {
		const says = (element: Element) => !wordless.has(element.name) && matches(textOf(element), wording, exact);
		return this.within(
			`getByText(${wording})`,
			(element) => says(element) && !element.children.some((child) => isTag(child) && says(child))
		);
	}

	/** Of these elements, those that hold something. */
	filter({ hasText, hasNotText, has }: WithinOptions): Locator {
		return this.next('filter', () => {
			const inner = has?.find();
			return this.find().filter(
				(element) =>
					(hasText === undefined || matches(textOf(element), hasText)) &&
					(hasNotText === undefined || !matches(textOf(element), hasNotText)) &&
					(inner === undefined ||
						this.page
							.$(element)
							.find('*')
							.toArray()
							.some((one) => inner.includes(one)))
			);
		});
	}

	/** The nth of them, from 0; from the end when negative. */
	nth(at: number): Locator {
		return this.next(`nth(${at})`, () =>
			this.find().filter((element, index, all) => index === (at < 0 ? all.length + at : at))
		);
	}

	first(): Locator {
		return this.nth(0);
	}

	last(): Locator {
		return this.nth(-1);
	}

	all(): Locator[] {
		return this.find().map((_, at) => this.nth(at));
	}

	count(): number {
		return this.find().length;
	}

	/** The one element. Throws when there is none, or more than one. */
	one(): Element {
		const found = this.find();
		if (found.length === 1) return found[0]!;
		const shown = found.slice(0, 5).map((element) => this.page.$.html(element).slice(0, 200));
		const where = `on ${this.page.url()}, ${this.page.$('h1').text().trim()}`;
		throw new Error([`${this.way} finds ${found.length} elements ${where}`, ...shown].join('\n'));
	}

	textContent(): string {
		return textOf(this.one());
	}

	/** What a reader sees of it, with single spaces. */
	innerText(): string {
		return shownText(this.one());
	}

	allTextContents(): string[] {
		return this.find().map(textOf);
	}

	allInnerTexts(): string[] {
		return this.find().map(shownText);
	}

	getAttribute(name: string): string | null {
		return this.one().attribs[name] ?? null;
	}

	/** What is typed or chosen. */
	inputValue(): string {
		const control = this.one();
		return control.name === 'select' ? chosen(this.page.$, control).map(optionValue).join() : valueOf(control);
	}

	isChecked(): boolean {
		return 'checked' in this.one().attribs;
	}

	isVisible(): boolean {
		const found = this.find();
		return found.length > 0 && isShown(this.one());
	}

	fill(value: string): void {
		type(this.usable(), value);
	}

	check(): void {
		tick(this.page.$, this.usable(), true);
	}

	uncheck(): void {
		tick(this.page.$, this.usable(), false);
	}

	selectOption(option: Parameters<typeof select>[2]): void {
		select(this.page.$, this.usable(), option);
	}

	setInputFiles(...files: Upload[]): void {
		this.page.files.set(this.usable(), files);
	}

	/** Presses it. Out: the answer to a link or a button, null of what asks for none. */
	click(): Promise<Answer | null> {
		return this.page.click(this.usable());
	}

	/** What the form of this button sends, to send it by other ways than a page's. */
	fields(): Record<string, string> {
		return this.page.fieldsOf(this.usable());
	}

	/** The file that a link or a button gives. */
	download(): Promise<Answer> {
		return this.page.download(this.usable());
	}

	/** The one element, when a person can reach it. */
	private usable(): Element {
		const element = this.one();
		if (!isShown(element)) throw new Error(`${this.way} is folded away or hidden`);
		return element;
	}

	private within(step: string, isWanted: (element: Element) => boolean): Locator {
		return this.next(step, () => this.page.$(this.find()).find('*').toArray().filter(isWanted));
	}

	private next(step: string, find: () => Element[]): Locator {
		return new Locator(this.page, find, this.way === '' ? step : `${this.way}.${step}`);
	}
}
