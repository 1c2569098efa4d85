import type { Contract } from '../contract.ts'

export const aliases: Contract = {
  area: 'aliases',
  title: 'Aliases',
  clauses: {
    'a new alias': [
      'aliases/new-one-is-accepted',
      'aliases/create-shows-name-and-version',
      'aliases/read-shows-what-was-created',
      'aliases/arn-ends-in-its-name',
      'aliases/description-is-empty-where-none-is-given',
      'aliases/may-point-at-latest',
    ],
    'is refused where': [
      'aliases/duplicate-is-409',
      'aliases/missing-version-on-create-is-404',
      'aliases/all-digits-name-is-400',
    ],
    'is moved by an update and by nothing else': [
      'aliases/update-moves-it',
      'aliases/update-changes-its-description',
      'aliases/update-keeps-what-is-not-given',
      'aliases/missing-version-on-update-is-404',
      'aliases/publish-does-not-move-it',
    ],
    'stands for its version': [
      'aliases/reads-its-version',
      'aliases/reads-its-versions-revision-id',
      'aliases/reads-its-arn',
    ],
    'has a RevisionId of its own': [
      'aliases/has-a-revision-id',
      'aliases/revision-id-stays-when-read',
      'aliases/update-changes-revision-id',
      'aliases/update-without-a-change-changes-revision-id',
      'aliases/revision-id-does-not-come-back',
      'aliases/update-keeps-functions-revision-id',
    ],
    'an update with a RevisionId': [
      'aliases/update-with-current-is-accepted',
      'aliases/update-with-made-up-is-refused',
      'aliases/update-with-stale-is-refused',
      'aliases/update-with-functions-is-refused',
      'aliases/update-with-versions-is-refused',
      'aliases/update-with-other-aliases-is-refused',
    ],
    'a refused call leaves it': [
      'aliases/refused-call-keeps-version',
      'aliases/refused-call-keeps-description',
      'aliases/refused-call-keeps-revision-id',
    ],
    'one that is not there': [
      'aliases/unknown-read-is-404',
      'aliases/unknown-update-is-404',
      'aliases/unknown-delete-succeeds',
      'aliases/deleted-is-gone',
      'aliases/unknown-qualifier-is-404',
    ],
  },
}
