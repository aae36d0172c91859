/** What a town assumes about private birthday banquets: its own numbers, from a day on. */
export interface BirthdaySupposition {
	/** Of a hundred elders of that age, how many would have given a banquet of their own. */
	sharePercent: number;
	/** Tables of one such banquet. */
	tablesEach: number;
}

/**
 * Private birthday banquets that a group banquet may have replaced, and their tables: elders who came × share, ×
 * tables each, rounded half up. It is an estimate: always shown with 估算 and this formula, never added to banquets that
 * were counted.
 */
export function estimatePrivateBanquets({
	guests,
	sharePercent,
	tablesEach
}: BirthdaySupposition & { guests: number }): { banquets: number; tables: number } {
	const hundredths = guests * sharePercent;
	return { banquets: Math.floor((hundredths + 50) / 100), tables: Math.floor((hundredths * tablesEach + 50) / 100) };
}
