import type { Citation, SourceId } from '../sources.ts'

const at =
  (document: SourceId) =>
  (section: string, member?: string): Citation =>
    member === undefined ? { document, section } : { document, section, member }

/** PublishVersion, 2024. */
export const publishVersion = at('000')
/** UpdateFunctionCode, 2024. */
export const updateFunctionCode = at('002')
/** PublishLayerVersion, 2018. */
export const publishLayerVersion = at('003')
/** The service model of the default edition; `section` is a shape or an operation. */
export const model = at('model-2024-08-19')
/** A numbered observation of the real service. */
export const fact = at('facts')
