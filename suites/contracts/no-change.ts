import type { Contract } from '../contract.ts'

export const noChange: Contract = {
  area: 'no-change',
  title: 'Nothing is published when nothing changed',
  clauses: {
    'nothing changed: the existing version comes back': [
      'no-change/repeat-publish-returns-same-version',
      'no-change/repeat-publish-is-201',
      'no-change/repeat-publish-adds-no-version',
      'no-change/repeat-publish-returns-the-version-as-it-is',
      'no-change/repeat-publish-keeps-revision',
      'no-change/repeat-publish-uses-no-number',
    ],
    'what is no change': [
      'no-change/new-description-is-no-change',
      'no-change/new-description-keeps-the-old',
      'no-change/read-is-no-change',
      'no-change/alias-is-no-change',
      'no-change/dry-run-is-no-change',
      'no-change/refused-update-is-no-change',
      'no-change/refused-publish-is-no-change',
      'no-change/publish-after-update-with-publish',
      'no-change/publish-after-create-with-publish',
    ],
    'something changed: a version is made': [
      'no-change/first-publish-makes-version',
      'no-change/code-change-makes-version',
      'no-change/configuration-change-makes-version',
      'no-change/description-change-makes-version',
      'no-change/environment-change-makes-version',
      'no-change/handler-change-makes-version',
      'no-change/memory-size-change-makes-version',
      'no-change/timeout-change-makes-version',
      'no-change/runtime-change-makes-version',
      'no-change/tracing-config-change-makes-version',
      'no-change/layers-change-makes-version',
      'no-change/ephemeral-storage-change-makes-version',
      'no-change/logging-config-change-makes-version',
    ],
    'where the sources disagree': [
      'no-change/change-and-back',
      'no-change/same-bytes-again',
      'no-change/same-configuration-again',
    ],
  },
}
