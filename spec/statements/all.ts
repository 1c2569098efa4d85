import type { RuleId } from '../rules/catalogue.ts'
import type { Citation, SourceId } from '../sources.ts'
import { courseOfTimeFacts } from './facts/course-of-time.ts'
import { errorFacts } from './facts/errors.ts'
import { layerFacts } from './facts/layers.ts'
import { modelFacts } from './facts/models.ts'
import { orderFacts } from './facts/order.ts'
import { publishingFacts } from './facts/publishing.ts'
import { openQuestions } from './facts/questions.ts'
import { replyFacts } from './facts/replies.ts'
import { revisionIdFacts } from './facts/revision-ids.ts'
import { publishLayerVersionStatements } from './publish-layer-version.ts'
import { publishVersionCatalogueStatements } from './publish-version-catalogue.ts'
import { publishVersionStatements } from './publish-version.ts'
import { aliasAndPolicyModelStatements } from './service-model-aliases.ts'
import { layerModelStatements } from './service-model-layers.ts'
import { serviceModelStatements } from './service-model.ts'
import type { Statements } from './statement.ts'
import { updateFunctionCode2019Statements } from './update-function-code-2019.ts'
import { updateFunctionCodeStatements } from './update-function-code.ts'

/** In the order in which they are shown; the sections of one source may stand in several files. */
export const registry: readonly Statements[] = [
  publishVersionStatements,
  publishVersionCatalogueStatements,
  updateFunctionCodeStatements,
  publishLayerVersionStatements,
  updateFunctionCode2019Statements,
  serviceModelStatements,
  aliasAndPolicyModelStatements,
  layerModelStatements,
  revisionIdFacts,
  publishingFacts,
  orderFacts,
  replyFacts,
  layerFacts,
  errorFacts,
  courseOfTimeFacts,
  modelFacts,
  openQuestions,
]

/** One statement with what became of it. */
export type Statement = {
  readonly document: SourceId
  readonly section: string
  readonly text: string
  readonly rules: readonly RuleId[]
  /** Why no rule judges it. */
  readonly reason?: string
}

/** A citation's section as the statements name it. */
export const sectionOf = ({ section, member }: Citation): string =>
  member === undefined ? section : `${section}, ${member}`

export const statements: readonly Statement[] = registry.flatMap(({ document, sections }) =>
  Object.entries(sections).flatMap(([section, ofSection]) =>
    Object.entries(ofSection).map(([text, judged]) => ({
      document,
      section,
      text,
      ...('reason' in judged ? { rules: [], reason: judged.reason } : { rules: judged }),
    })),
  ),
)
