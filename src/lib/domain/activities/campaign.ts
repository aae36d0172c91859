/** The campaigns (专项) that the software knows, in the order of their figures. A town adds its own (added-work.ts). */
export const campaigns = ['banquet-reform', 'health', 'defence-clean-up', 'governance'] as const;
export type Campaign = (typeof campaigns)[number];
