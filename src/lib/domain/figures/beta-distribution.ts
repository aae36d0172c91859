/** ln Γ(x) for x ≥ 1/2, to about 15 digits: Lanczos' approximation with g = 7 and nine terms (DLMF §5.10; Godfrey's coefficients). */
function logGamma(x: number): number {
	const [first, ...rest] = lanczos;
	const sum = rest.reduce<number>((total, term, at) => total + term / (x + at), first);
	const t = x + 6.5;
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
] as const;

/**
 * The regularized incomplete beta function I_x(a, b), for a, b ≥ 1 and 0 ≤ x ≤ 1, by its continued fraction
 * (DLMF 8.17.22, https://dlmf.nist.gov/8.17.E22), summed by Lentz's method. For whole k ≤ n, I_p(k, n − k + 1) is the
 * chance of k or more successes in n trials of chance p (DLMF 8.17.5).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	// The fraction converges fast only below the mean; beyond it the other tail is summed (DLMF 8.17.4).
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a)
	);
	return front / fractionOf(x, a, b);
}

/** 1 + d1/(1 + d2/(1 + …)). */
function fractionOf(x: number, a: number, b: number): number {
	const least = 1e-300;
	let [value, c, d] = [1, 1, 0];
	for (let step = 1; step < 1_000_000; step++) {
		const m = Math.floor(step / 2);
		const term =
			step % 2 === 0
				? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
				: (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + term * d || least);
		c = 1 + term / c || least;
		value *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return value;
}

/** The x at which I_x(a, b) = chance, by halving the interval until doubles end. */
export function betaQuantile(chance: number, a: number, b: number): number {
	let [low, high] = [0, 1];
	for (;;) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) return middle;
		if (incompleteBeta(middle, a, b) < chance) low = middle;
		else high = middle;
	}
}
