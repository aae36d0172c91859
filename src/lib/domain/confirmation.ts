/**
 * Why a record counts that came from outside and that no cadre confirmed; `closed-before`: its period was closed before such records had to
 * be confirmed.
 */
export const unconfirmedReasons = ['closed-before'] as const;
