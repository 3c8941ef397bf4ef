// A text for LIKE ... ESCAPE '!' in which no character is a wildcard.
export const escapeLike = (text) => text.replace(/[!%_]/g, '!$&');
