import type { RuleId } from '../rules/catalogue.ts'
import type { SourceId } from '../sources.ts'

/** Why no rule judges a statement. */
type Excluded = { readonly reason: string }

/** The rules that judge a statement; none at all does not compile. */
export type JudgedBy = readonly [RuleId, ...RuleId[]]
export type Outcome = JudgedBy | Excluded

/** What is stated, in our own words. */
type Section = Readonly<Record<string, Outcome>>

/** The statements of a source by section, named as a citation names it: "Request Body, Description". */
export type Statements = {
  readonly document: SourceId
  readonly sections: Readonly<Record<string, Section>>
}

export const excluded = (reason: string): Excluded => ({ reason })

export const statementsOf = (document: SourceId, sections: Statements['sections']): Statements => ({
  document,
  sections,
})

/** Sections with what more is stated in them. */
export const withMore = (
  sections: Statements['sections'],
  more: Statements['sections'],
): Statements['sections'] => ({
  ...sections,
  ...Object.fromEntries(
    Object.entries(more).map(([name, section]) => [name, { ...sections[name], ...section }]),
  ),
})
