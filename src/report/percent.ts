/** Rounded down, so that only all is 100 %. */
export const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`
