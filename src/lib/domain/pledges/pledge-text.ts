/** A pledge's text as it is set: opening lines, numbered clauses, closing lines. */
export interface PledgeLetter {
	opening: string[];
	clauses: string[];
	closing: string[];
}

const numbered = /^(?:第?[一二三四五六七八九十]{1,3}[、条.．:：]|\d{1,2}[、.．)）])\s*/;

/**
 * Reads a text of one clause a line, each beginning with its number (一、 1. …), which is given anew when it is set.
 * Lines without a number open the letter before the first clause, close it after the last, and belong to their clause between.
 */
export function readPledgeLetter(body: string): PledgeLetter {
	const lines = body
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const isClause = lines.map((line) => numbered.test(line));
	const last = isClause.lastIndexOf(true);
	const letter: PledgeLetter = { opening: [], clauses: [], closing: [] };
	for (const [at, line] of lines.entries()) {
		if (isClause[at]) letter.clauses.push(line.replace(numbered, ''));
		else if (letter.clauses.length === 0) letter.opening.push(line);
		else if (at > last) letter.closing.push(line);
		else letter.clauses.push(letter.clauses.pop()! + line);
	}
	return letter;
}
