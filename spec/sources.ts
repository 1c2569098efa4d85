/** What the contract is taken from. A citation names one of these by its key. */
export const sources = {
  '000': { title: 'AWS Lambda API Reference, PublishVersion', date: '2024-08' },
  '001': {
    title: 'PublishVersion as described by a third-party integration catalogue',
    date: '2021-07',
  },
  '002': { title: 'AWS Lambda API Reference, UpdateFunctionCode', date: '2024-03' },
  '003': { title: 'AWS Lambda Developer Guide, PublishLayerVersion', date: '2018-11' },
  '004': { title: 'AWS Lambda Developer Guide, UpdateFunctionCode', date: '2019-06' },
  'model-2019-01-17': { title: 'AWS Lambda service model 2015-03-31', date: '2019-01-17' },
  'model-2019-08-29': { title: 'AWS Lambda service model 2015-03-31', date: '2019-08-29' },
  'model-2024-03-07': { title: 'AWS Lambda service model 2015-03-31', date: '2024-03-07' },
  'model-2024-08-19': { title: 'AWS Lambda service model 2015-03-31', date: '2024-08-19' },
  'model-2026-07-30': { title: 'AWS Lambda service model 2015-03-31', date: '2026-07-30' },
  facts: { title: 'Behaviour recorded from or reported of the real service', date: '2026-08' },
} as const
export type SourceId = keyof typeof sources

/** Where a statement stands: `section` is a heading of the document (or a fact's number), `member` the parameter it speaks of. */
export type Citation = {
  readonly document: SourceId
  readonly section: string
  readonly member?: string
}
