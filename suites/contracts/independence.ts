import type { Contract } from '../contract.ts'

export const independence: Contract = {
  area: 'independence',
  title: 'Functions and layers are apart',
  clauses: {
    'what happens to one function leaves the others': [
      'independence/code-update-leaves-other-functions',
      'independence/configuration-update-leaves-other-functions',
      'independence/publish-leaves-other-functions',
      'independence/alias-or-permission-leaves-other-functions',
      'independence/deletion-leaves-other-functions',
      'independence/revision-stays-when-another-function-changes',
      'independence/revision-is-still-current',
      'independence/no-change-is-per-function',
    ],
    'each has its own': [
      'independence/versions-are-per-function',
      'independence/list-shows-own-versions',
      'independence/aliases-are-per-function',
      'independence/layer-numbers-are-their-own',
      'independence/function-numbers-are-their-own',
      'independence/layers-are-apart',
    ],
  },
}
