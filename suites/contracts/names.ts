import type { Contract } from '../contract.ts'

export const names: Contract = {
  area: 'names',
  title: 'Names',
  clauses: {
    'functions by other forms of their name': [
      'names/publish-by-arn',
      'names/publish-by-partial-arn',
      'names/update-code-by-arn',
      'names/update-code-by-partial-arn',
      'names/read-by-arn',
      'names/read-by-partial-arn',
      'names/update-configuration-by-arn',
      'names/update-configuration-by-partial-arn',
      'names/read-by-function-and-name',
      'names/colons-need-no-encoding',
      'names/encoded-letters-are-letters',
      'names/replies-have-the-bare-name',
    ],
    layers: [
      'names/layer-publish-by-arn',
      'names/layer-read-by-arn',
      'names/illegal-layer-name-is-refused',
      'names/overlong-layer-name-is-refused',
    ],
    'what is no name, or too long a one': [
      'names/publish-with-illegal-name-is-refused',
      'names/update-code-with-illegal-name-is-refused',
      'names/update-configuration-with-illegal-name-is-refused',
      'names/read-with-illegal-name-is-refused',
      'names/overlong-name-is-refused',
      'names/name-of-64-is-accepted',
      'names/name-of-65-is-refused',
    ],
    'other regions and accounts': [
      'names/arn-of-another-region-is-not-found',
      'names/arn-of-another-account',
    ],
    'names with a qualifier behind them': [
      'names/publish-of-latest-by-name',
      'names/publish-of-a-version-by-name',
      'names/update-of-latest-by-name',
      'names/update-of-a-version-is-refused',
      'names/qualifiers-that-differ-are-refused',
      'names/qualifiers-that-agree-are-accepted',
      'names/read-of-a-version-by-arn',
      'names/lower-case-latest-is-not-latest',
    ],
  },
}
