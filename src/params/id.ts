/** An id in an address: a UUID in lower case. Anything else is a page that does not exist. */
export const match = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
