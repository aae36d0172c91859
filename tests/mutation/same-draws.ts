import fc from 'fast-check';

// Properties draw the same cases in every run. Stryker knows a test by its name, and the name of a property holds where its draws begin.
// A change shows in the first few draws or not at all, and the smallest case that shows it is of no use here.
fc.configureGlobal({ seed: 2024, numRuns: 30, endOnFailure: true });
