/** Villagers' pages ship no JavaScript. A page that must, says so itself. */
export const csr = false;
