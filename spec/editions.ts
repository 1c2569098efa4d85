/** The dates at which the contract is described, oldest first. Each is an overlay on the default edition. */
export const editions = ['2018-11', '2019-06', '2024-08', '2026-07'] as const
export type Edition = (typeof editions)[number]
export const defaultEdition: Edition = '2024-08'
