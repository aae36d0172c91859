import fc from 'fast-check';

// Properties draw the same cases in every run: what a run finds, the next one finds again. A change shows in the first few draws or not at all,
// and the smallest case that shows it is of no use here.
fc.configureGlobal({ seed: 2024, numRuns: 30, endOnFailure: true });
