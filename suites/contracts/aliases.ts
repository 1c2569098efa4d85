import type { Contract } from '../contract.ts'

export const aliases: Contract = {
  title: 'Aliases',
  clauses: {},
}
