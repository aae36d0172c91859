import { load } from 'cheerio';
import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { isReleased } from '../../../src/lib/domain/releases/figure-class';

/** The figures that are released. All others are the town's own work, counted daily: of a running year beside the same days of the last. */
const released = (figures as readonly Figure[]).filter(isReleased).map(({ id }) => id as string);

const isWork = (href: string) => {
	const [, id] = /^\/trends\/figures\/([^?/]+)\?/.exec(href) ?? [];
	return id !== undefined && !released.includes(id);
};

/** An answer without the town's own work: the events that a page announces, and the rows of figures that lead to one of these. */
export function withoutWork(text: string): string {
	const body = text.slice(text.indexOf('\n') + 1);
	if (body.startsWith('[{"id":"')) {
		const listed = (JSON.parse(body) as { id: string }[]).filter(({ id }) => released.includes(id));
		return JSON.stringify(listed);
	}
	if (!text.includes('<html')) return text;
	const $ = load(text);
	$('a[href^="/events/"]').remove();
	$('tr')
		.filter((_, row) =>
			$(row)
				.find('a[href]')
				.toArray()
				.some(({ attribs }) => isWork(attribs.href!))
		)
		.remove();
	return $.html();
}
