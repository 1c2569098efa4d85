import type { Contract } from '../contract.ts'

export const listing: Contract = {
  title: 'Listing',
  clauses: {},
}
