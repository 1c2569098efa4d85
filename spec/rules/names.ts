import type { OperationName } from '../operations.ts'
import type { Citation } from '../sources.ts'
import { fact, model, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf } from './rule.ts'

const ofPublish = publishVersion('URI Request Parameters', 'FunctionName')
const ofUpdate = updateFunctionCode('URI Request Parameters', 'FunctionName')
const ofLayer = publishLayerVersion('URI Request Parameters', 'LayerName')
const ofRead = model('GetFunctionConfigurationRequest', 'FunctionName')
const ofConfiguration = model('UpdateFunctionConfigurationRequest', 'FunctionName')

/** A form of a name that is documented for the operation. */
const documented = <const Title extends string>(
  title: Title,
  cite: Citation,
  operation: OperationName,
) => ({
  title,
  level: 'must' as const,
  basis: 'documented' as const,
  cites: [cite, fact('F086')] as const,
  needs: [operation] as const,
})

const unfound =
  'That there is no function of such a name is true as well, and 404 is documented for it; the service looks at the name first.'

export const namesRules = rulesOf('names', {
  'names/publish-by-arn': {
    ...documented(
      'a publish by the ARN of a function is one by its name',
      ofPublish,
      'PublishVersion',
    ),
    dependsOn: ['no-change/first-publish-makes-version'],
  },
  'names/publish-by-partial-arn': {
    ...documented(
      'a publish by account and name of a function is one by its name',
      ofPublish,
      'PublishVersion',
    ),
    dependsOn: ['no-change/first-publish-makes-version'],
  },
  'names/update-code-by-arn': documented(
    'an update of the code by the ARN of a function is one by its name',
    ofUpdate,
    'UpdateFunctionCode',
  ),
  'names/update-code-by-partial-arn': documented(
    'an update of the code by account and name of a function is one by its name',
    ofUpdate,
    'UpdateFunctionCode',
  ),
  'names/read-by-arn': documented(
    'a read by the ARN of a function is one by its name',
    ofRead,
    'GetFunctionConfiguration',
  ),
  'names/read-by-partial-arn': documented(
    'a read by account and name of a function is one by its name',
    ofRead,
    'GetFunctionConfiguration',
  ),
  'names/update-configuration-by-arn': documented(
    'an update of the configuration by the ARN of a function is one by its name',
    ofConfiguration,
    'UpdateFunctionConfiguration',
  ),
  'names/update-configuration-by-partial-arn': documented(
    'an update of the configuration by account and name of a function is one by its name',
    ofConfiguration,
    'UpdateFunctionConfiguration',
  ),
  'names/read-by-function-and-name': {
    title: 'a name with "function:" before it means the function of that name',
    level: 'should',
    basis: 'documented',
    cites: [ofRead, fact('F086')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/layer-publish-by-arn': {
    ...documented(
      'a layer publish by the ARN of a layer is one by its name',
      ofLayer,
      'PublishLayerVersion',
    ),
    cites: [ofLayer],
  },
  'names/layer-read-by-arn': {
    ...documented(
      'a layer version read by the ARN of its layer is the one read by its name',
      model('GetLayerVersionRequest', 'LayerName'),
      'GetLayerVersion',
    ),
    cites: [model('GetLayerVersionRequest', 'LayerName')],
    // What is published under another layer is read there.
    dependsOn: ['names/layer-publish-by-arn'],
  },
  'names/colons-need-no-encoding': {
    title: 'an ARN in a path means the same with its colons as they are and percent-encoded',
    level: 'should',
    basis: 'inferred',
    cites: [ofRead, fact('F086')],
    needs: ['GetFunctionConfiguration'],
    wire: true,
    dependsOn: ['names/read-by-arn'],
    why: 'A colon may stand in a path segment as it is (RFC 3986, section 3.3), and clients differ in this.',
  },
  'names/encoded-letters-are-letters': {
    title: 'a name in a path means the same with its letters percent-encoded',
    level: 'should',
    basis: 'inferred',
    cites: [ofRead],
    needs: ['GetFunctionConfiguration'],
    wire: true,
    why: 'Encoding what needs none changes nothing (RFC 3986, section 2.3).',
  },
  'names/publish-with-illegal-name-is-refused': {
    ...documented(
      'a publish with a FunctionName that does not match its pattern answers 400',
      ofPublish,
      'PublishVersion',
    ),
    level: 'should',
    why: unfound,
  },
  'names/update-code-with-illegal-name-is-refused': {
    ...documented(
      'an update of the code with a FunctionName that does not match its pattern answers 400',
      ofUpdate,
      'UpdateFunctionCode',
    ),
    level: 'should',
    why: unfound,
  },
  'names/update-configuration-with-illegal-name-is-refused': {
    ...documented(
      'an update of the configuration with a FunctionName that does not match its pattern answers 400',
      ofConfiguration,
      'UpdateFunctionConfiguration',
    ),
    level: 'should',
    why: unfound,
  },
  'names/read-with-illegal-name-is-refused': {
    title: 'a read with a FunctionName that does not match its pattern answers 400',
    level: 'should',
    basis: 'documented',
    cites: [ofRead, fact('F086')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/overlong-name-is-refused': {
    title: 'a FunctionName longer than any edition allows answers 400',
    level: 'should',
    why: unfound,
    basis: 'documented',
    cites: [ofPublish, ofUpdate, fact('F089')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'names/name-of-64-is-accepted': {
    title: 'a function can be created under a name of 64 characters',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateFunctionRequest', 'FunctionName'), ofPublish, ofUpdate],
    needs: ['CreateFunction'],
  },
  'names/name-of-65-is-refused': {
    title: 'no function can be created under a bare name of 65 characters',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateFunctionRequest', 'FunctionName'), ofPublish, ofUpdate, fact('F089')],
    needs: ['CreateFunction'],
  },
  'names/arn-of-another-region-is-not-found': {
    title: 'a function by an ARN of another region answers 404',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F088')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/arn-of-another-account': {
    title: 'a function by an ARN of another account is refused in one way or another',
    level: 'may',
    basis: 'inferred',
    cites: [fact('F088')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/publish-of-latest-by-name': {
    title: 'a publish of a name with $LATEST behind it is accepted or refused',
    level: 'may',
    basis: 'inferred',
    cites: [ofPublish, fact('Q3')],
    needs: ['PublishVersion'],
  },
  'names/publish-of-a-version-by-name': {
    title: 'a publish of a name with a version behind it is accepted or refused',
    level: 'may',
    basis: 'inferred',
    cites: [ofPublish, fact('Q3')],
    needs: ['PublishVersion'],
  },
  'names/update-of-latest-by-name': {
    title: 'an update of the code of a name with $LATEST behind it is accepted or refused',
    level: 'may',
    basis: 'inferred',
    cites: [ofUpdate, fact('F091')],
    needs: ['UpdateFunctionCode'],
  },
  'names/update-of-a-version-is-refused': {
    title: 'an update of the code of a name with a version behind it answers 400',
    level: 'should',
    basis: 'reported',
    cites: [fact('F091'), updateFunctionCode('Introduction, paragraph 5')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'names/qualifiers-that-differ-are-refused': {
    title: 'a qualifier behind the name and another one in the query answer 400',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F087')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
  },
  'names/qualifiers-that-agree-are-accepted': {
    title: 'a qualifier behind the name and the same one in the query mean it once',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F087')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: ['names/read-of-a-version-by-arn', 'versions/is-readable'],
  },
  'names/read-of-a-version-by-arn': {
    title: 'a read by the ARN of a version is one of that version',
    level: 'should',
    basis: 'documented',
    cites: [ofRead, fact('F086')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [
      'names/read-by-arn',
      'versions/is-readable',
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
    ],
  },
  'names/replies-have-the-bare-name': {
    title: 'the FunctionName in a reply is the bare name, whatever the request called the function',
    level: 'should',
    basis: 'recorded',
    cites: [
      publishVersion('Response Elements', 'FunctionName'),
      updateFunctionCode('Response Elements', 'FunctionName'),
      fact('F086'),
    ],
    needs: ['GetFunctionConfiguration'],
  },
  'names/lower-case-latest-is-not-latest': {
    title: '$latest in lower case behind a name is not $LATEST',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F090')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/overlong-qualifier-is-refused': {
    title: 'a Qualifier of more than 128 characters answers 400',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F090')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/illegal-qualifier-is-refused': {
    title: 'a Qualifier of other characters than letters, digits, $, - and _ answers 400',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F090')],
    needs: ['GetFunctionConfiguration'],
  },
  'names/name-of-65-is-not-found': {
    title: 'a read by a name of 65 characters finds nothing and answers 404',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F089')],
    needs: ['GetFunctionConfiguration'],
    dependsOn: ['names/name-of-65-is-refused'],
  },
  'names/illegal-layer-name-is-refused': {
    ...documented(
      'a LayerName that does not match its pattern answers 400',
      ofLayer,
      'PublishLayerVersion',
    ),
    cites: [ofLayer, fact('Q14')],
  },
  'names/overlong-layer-name-is-refused': {
    ...documented('a LayerName of 141 characters answers 400', ofLayer, 'PublishLayerVersion'),
    cites: [ofLayer, fact('Q14')],
  },
})
