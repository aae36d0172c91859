import type { DonationKind } from './donation-standard';

/**
 * The result of a person at a blood drive, as the station reports it. The reason for a deferral on site is not kept.
 */
export type DonationResult =
	| { outcome: 'deferred' }
	| {
			outcome: 'donated';
			kind: DonationKind;
			/** Millilitres of whole blood, or units (治疗量) of platelets: never added up together. */
			amount: number;
			isFirst: boolean;
	  };

/** Units of platelets (治疗量) that may be given at once. */
export const plateletUnits = [1, 2];

/** Every result that may be chosen, for the volumes (ml) of the standard in force: those of first donations, of repeat ones, the deferral. */
export function listResults(volumes: readonly number[]): DonationResult[] {
	const donated = (isFirst: boolean, kind: DonationKind, amounts: readonly number[]) =>
		amounts.map((amount): DonationResult => ({ outcome: 'donated', kind, amount, isFirst }));
	return [
		...[true, false].flatMap((isFirst) => [
			...donated(isFirst, 'whole-blood', volumes),
			...donated(isFirst, 'platelets', plateletUnits)
		]),
		{ outcome: 'deferred' }
	];
}

/** A result as one word, for a form: `deferred`, `first/whole-blood/400`, `repeat/platelets/1`. */
export function resultCode(result: DonationResult): string {
	if (result.outcome === 'deferred') return 'deferred';
	return `${result.isFirst ? 'first' : 'repeat'}/${result.kind}/${result.amount}`;
}

/** The result of such a word; null when it is none of those that may be chosen. */
export function readResult(code: string, volumes: readonly number[]): DonationResult | null {
	return listResults(volumes).find((result) => resultCode(result) === code) ?? null;
}
