/** An empty cell, or a dash in its place. */
export const isBlank = (text: string): boolean => /^[-—–/\\\s]*$/u.test(text.normalize('NFKC'));
