/**
 * Many words for one head in one text: offices call a column in more ways than a list shows at a
 * glance.
 */

/** The words of a text that blanks part. */
export const heads = (text: string): readonly string[] => text.split(' ');
