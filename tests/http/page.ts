import { load, type CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { entriesOf, formOf, isButton, isDisabled, isTick, tick, type Upload } from './form';
import { Locator, type RoleOptions, type TextOptions, type WithinOptions } from './locator';
import { ancestor } from './labels';
import { Answer } from './answer';
import { Session } from './session';
import { isShown } from './shown-text';
import type { Wording } from './text';

/** A page that loads itself again within so many seconds is about to be another; a longer time keeps it fresh. */
const longestRefresh = 5;

/** A page as a browser without JavaScript has it: it is read and filled in at once, and followed over HTTP. */
export class Page {
	/** The page's elements; what is typed and ticked is kept in them. */
	$: CheerioAPI = load('');
	private address = 'about:blank';
	private html = '';
	readonly files = new Map<Element, Upload[]>();

	constructor(readonly session: Session) {}

	/** Another tab of the same browser. */
	tab(): Page {
		return new Page(this.session);
	}

	goto(path: string): Promise<Answer> {
		return this.open(this.session.get(path));
	}

	reload(): Promise<Answer> {
		return this.goto(this.address);
	}

	url(): string {
		return this.address;
	}

	content(): string {
		return this.html;
	}

	locator(css: string, options: WithinOptions = {}): Locator {
		return this.all().locator(css, options);
	}

	getByRole(role: string, options: RoleOptions = {}): Locator {
		return this.all().getByRole(role, options);
	}

	getByLabel(wording: Wording, options: TextOptions = {}): Locator {
		return this.all().getByLabel(wording, options);
	}

	getByText(wording: Wording, options: TextOptions = {}): Locator {
		return this.all().getByText(wording, options);
	}

	fill(css: string, value: string): void {
		this.locator(css).fill(value);
	}

	check(css: string): void {
		this.locator(css).check();
	}

	uncheck(css: string): void {
		this.locator(css).uncheck();
	}

	selectOption(css: string, option: Parameters<Locator['selectOption']>[0]): void {
		this.locator(css).selectOption(option);
	}

	setInputFiles(css: string, ...files: Upload[]): void {
		this.locator(css).setInputFiles(...files);
	}

	/** Follows a link, sends a form, opens a fold or ticks a box: whatever the element is for. Out: the answer, if it asked for one. */
	async click(element: Element): Promise<Answer | null> {
		const target = ancestor(element, 'a', 'button', 'summary', 'input', 'label');
		if (!target || !isShown(target))
			throw new Error(`<${element.name}> cannot be pressed: ${this.$.html(element).slice(0, 200)}`);
		if (target.name === 'a') return this.goto(new URL(target.attribs.href!, this.address).href);
		if (isButton(target) && !isDisabled(target)) return this.submit(target);
		if (target.name === 'summary') this.fold(target);
		else if (target.name === 'label') this.tickLabelled(target);
		else if (isTick(target)) tick(this.$, target, !('checked' in target.attribs) || target.attribs.type === 'radio');
		else throw new Error(`<${target.name}> does nothing when it is pressed`);
		return null;
	}

	/** The answer to a link or a button, as a file to keep; the page stays. */
	download(element: Element): Promise<Answer> {
		const target = ancestor(element, 'a', 'button');
		if (target?.name === 'a') return this.session.get(new URL(target.attribs.href!, this.address).href);
		if (target?.name === 'button') return this.send(target);
		throw new Error(`<${element.name}> leads to no file`);
	}

	/** What the form of a button sends when it is pressed, files apart. */
	fieldsOf(button: Element): Record<string, string> {
		const form = formOf(this.$, button);
		if (!form) throw new Error('this button has no form');
		const entries = entriesOf(this.$, form, button, this.files);
		return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
	}

	/** Sends the form of a button, and shows the answer. */
	private async submit(button: Element): Promise<Answer> {
		if (/^(button|reset)$/.test(button.attribs.type ?? '')) throw new Error('this button sends nothing');
		return this.open(this.send(button));
	}

	private send(button: Element): Promise<Answer> {
		const form = formOf(this.$, button);
		if (!form) throw new Error('this button has no form');
		const entries = entriesOf(this.$, form, button, this.files);
		const url = new URL(button.attribs.formaction ?? form.attribs.action ?? this.address, this.address);
		const method = (button.attribs.formmethod ?? form.attribs.method ?? 'get').toUpperCase();
		if (method === 'POST') return this.session.post(url.href, bodyOf(entries, form.attribs.enctype));
		url.search = bodyOf(entries).toString();
		return this.session.get(url.href);
	}

	private fold(summary: Element): void {
		const details = ancestor(summary, 'details')!;
		if ('open' in details.attribs) delete details.attribs.open;
		else details.attribs.open = '';
	}

	private tickLabelled(label: Element): void {
		const control = this.$(
			label.attribs.for ? `[id="${label.attribs.for}"]` : 'input',
			label.attribs.for ? undefined : label
		).get(0);
		if (control && isTag(control)) tick(this.$, control, true);
	}

	/** Shows an answer. A page that says it will soon be another is waited for, as a browser does. */
	private async open(coming: Promise<Answer>): Promise<Answer> {
		const answer = await coming;
		this.show(answer);
		const refresh = Number(this.$('head > meta[http-equiv=refresh]').attr('content') ?? Infinity);
		if (refresh > longestRefresh) return answer;
		await new Promise((resolve) => setTimeout(resolve, refresh * 200));
		return this.reload();
	}

	private show(answer: Answer): void {
		if (!answer.isHtml())
			throw new Error(`${answer.url} is no page but ${answer.headers.get('content-type')} (${answer.status})`);
		this.html = answer.text();
		this.$ = load(this.html, { scriptingEnabled: false });
		this.address = answer.url;
		this.files.clear();
		const target = decodeURIComponent(new URL(this.address).hash.slice(1));
		if (target) this.$(`[id="${target}"]`).parents('details').attr('open', '');
	}

	private all(): Locator {
		// The document itself, which has no name, holds all elements, `<html>` too.
		return new Locator(this, () => this.$.root().toArray() as unknown as Element[], '');
	}
}

function bodyOf(entries: [string, string | Upload][], enctype?: string): URLSearchParams | FormData {
	if (enctype !== 'multipart/form-data') {
		return new URLSearchParams(entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
	}
	const body = new FormData();
	for (const [name, value] of entries) {
		if (typeof value === 'string') body.append(name, value);
		else body.append(name, new File([new Uint8Array(value.buffer)], value.name, { type: value.mimeType }));
	}
	return body;
}
