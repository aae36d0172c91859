/** Stands before a message of an error summary, until the name of its field takes its place (src/hooks.server.ts): the summary is written before the fields are. */
export const nameMark = '%label%';

const marked = new RegExp(`(<a href="#([^"]+)">)${nameMark}([^<]*)`, 'g');

/** A page whose error summary names the field of each message, as its label or legend does, unless the message itself does. `colon`: in the reader's language. */
export const nameErrors = (html: string, colon: string): string =>
	html.replace(marked, (_, link: string, id: string, message: string) => {
		const label = labelOf(html, id);
		return link + (label === '' || message.includes(label) ? '' : label + colon) + message;
	});

/** What a control or a group of choices is called in a page; '' where it has no name. */
function labelOf(html: string, id: string): string {
	const own = id.replace(/[^\w-]/g, '\\$&');
	const label = new RegExp(`<label[^>]* for="${own}"[^>]*>\\s*([^<]+)`).exec(html);
	const legend = new RegExp(`<fieldset[^>]* id="${own}"[^>]*>(?:\\s|<!--.*?-->)*<legend[^>]*>\\s*([^<]+)`).exec(html);
	return (label ?? legend)?.[1]?.trim() ?? '';
}
