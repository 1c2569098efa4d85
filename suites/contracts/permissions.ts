import type { Contract } from '../contract.ts'

export const permissions: Contract = {
  title: 'Permissions',
  clauses: {},
}
