import type { Contract } from '../contract.ts'

export const names: Contract = {
  title: 'Names',
  clauses: {},
}
