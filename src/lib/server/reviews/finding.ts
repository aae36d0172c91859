/** One line of a verification. */
export type Finding =
	| {
			kind: 'snapshot';
			number: number;
			period: string;
			is: 'sound' | 'chain-broken' | 'hash-broken' | 'definitions-broken' | 'list-broken';
	  }
	| {
			kind: 'figure';
			number: number;
			period: string;
			figure: string;
			settled: number | null;
			now: number | null;
			/** Miscounted: the count kept is not that of the records. Revised: what came, went or changed was noted with the act that did it. */
			is: 'same' | 'revised' | 'unexplained' | 'miscounted';
			records: number;
	  }
	| {
			kind: 'report';
			year: number;
			draft: number;
			figure: string;
			printed: number | null;
			settled: number | null;
			is: 'same' | 'unexplained';
	  }
	| {
			kind: 'count';
			of: string;
			on: string;
			measure: string;
			differs: 'records' | 'sum';
			kept: number;
			counted: number;
			is: 'miscounted';
	  }
	| { kind: 'column'; table: string; column: string; rows: number; is: 'miscounted' }
	| { kind: 'life'; of: string; unitId: string; records: number; is: 'outside' };

/** Whether a finding makes a verification fail. */
export const isBad = ({ is }: Finding): boolean => !['sound', 'same', 'revised'].includes(is);
