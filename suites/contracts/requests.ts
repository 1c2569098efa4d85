import type { Contract } from '../contract.ts'

export const requests: Contract = {
  title: 'Requests',
  clauses: {},
}
