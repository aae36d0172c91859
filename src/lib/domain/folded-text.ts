/** The marks that one letter may carry: the limit of Unicode's stream-safe format (UAX 15). No language needs more. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * A text in the one spelling of its letters (NFKC): half width, composed. Of marks on one letter the first thirty stay, since sorting them takes
 * time that grows with the square of their number: 20,000 of them half a second.
 */
export const foldText = (text: string): string => text.replace(tooManyMarks, '$1').normalize('NFKC');
