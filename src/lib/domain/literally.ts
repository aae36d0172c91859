/** A word as part of a pattern: each of its signs means itself. */
export const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
