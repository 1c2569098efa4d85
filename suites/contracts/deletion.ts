import type { Contract } from '../contract.ts'

export const deletion: Contract = {
  title: 'Deletion',
  clauses: {},
}
