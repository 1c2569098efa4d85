import type { Contract } from '../contract.ts'

export const independence: Contract = {
  title: 'Independence',
  clauses: {},
}
