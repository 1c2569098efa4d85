import type { Contract } from '../contract.ts'

export const messages: Contract = {
  title: 'Messages',
  clauses: {},
}
