const stems = '甲乙丙丁戊己庚辛壬癸';

/** Four characters that end an invented name, so that no other run of the tests has it. */
export const nameEnd = Array.from(String(Date.now()).slice(-4), (digit) => stems[Number(digit)]).join('');
