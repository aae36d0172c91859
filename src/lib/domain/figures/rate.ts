/** A part of a whole, both whole numbers: 174 of 176 disputes. */
export interface Ratio {
	part: number;
	whole: number;
}

/**
 * numerator ÷ denominator, rounded to so many decimals, halves away from zero (四舍五入), on the exact value:
 * whole numbers go in, and the arithmetic is BigInt, so no half is lost to binary fractions. Throws on a denominator of 0.
 */
export function roundHalfUp(numerator: number | bigint, denominator: number | bigint, decimals: number): number {
	const over = BigInt(numerator) * 10n ** BigInt(decimals);
	const under = BigInt(denominator);
	const isNegative = over < 0n !== under < 0n;
	const [n, d] = [over < 0n ? -over : over, under < 0n ? -under : under];
	const digits = ((2n * n + d) / (2n * d)).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const size = Number(`${whole}.${digits.slice(digits.length - decimals)}`);
	return isNegative && size !== 0 ? -size : size;
}

/** `part` as percent of `whole`, one decimal: 完成率, coverage. Null where the whole is 0: there is no such rate. */
export function percentOf(part: number, whole: number): number | null {
	return whole === 0 ? null : roundHalfUp(BigInt(part) * 100n, whole, 1);
}

/** The same of two numbers that may not be known: a rate of what is not known is not known. */
export const rateOf = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null ? null : percentOf(part, whole);

/** 同比 and 环比: the change from `previous` to `value` in percent, one decimal; null on a base of 0, printed as "—". */
export function changeRate(value: number, previous: number): number | null {
	return previous === 0 ? null : roundHalfUp((BigInt(value) - BigInt(previous)) * 100n, previous, 1);
}

/** How many 百分点 a rate lies above (or below) another, one decimal, on the exact rates; null where either has no base. */
export function percentagePoints(rate: Ratio, previous: Ratio): number | null {
	if (rate.whole === 0 || previous.whole === 0) return null;
	const [part, whole] = [BigInt(rate.part), BigInt(rate.whole)];
	const [earlierPart, earlierWhole] = [BigInt(previous.part), BigInt(previous.whole)];
	return roundHalfUp((part * earlierWhole - earlierPart * whole) * 100n, whole * earlierWhole, 1);
}

/** A rounded percentage as printed: "98.9%", "1,250.0%", "−60.0%" with a true minus (U+2212); "—" where there is no rate. */
export function formatPercent(percent: number | null, decimals = 1): string {
	if (percent === null) return '—';
	const size = Math.abs(percent).toFixed(decimals);
	const grouped = size.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
	return `${percent < 0 && Number(size) !== 0 ? '−' : ''}${grouped}%`;
}
