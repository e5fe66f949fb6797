/** In the place of today: paper is read years later, so that every date on it has its year. */
export const anotherYear = '0001-01-01';
