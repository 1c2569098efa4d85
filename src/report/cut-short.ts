import type { Report } from './report.ts'

/** Why a run did not come to most of what it is about, where it is nobody's to judge. */
export const cutShort = ({ run }: Report): 'interrupted' | 'no longer authorized' | undefined => {
  if (run.stopped === 'cancelled') return 'interrupted'
  return run.stopped === 'no longer authorized' ? run.stopped : undefined
}
