/** A stretch of time in milliseconds. */
export type Span = { readonly from: number; readonly to: number }

/** The time of a race from 0 to `to`, and the stretches of it that are drawn as a mark of one width. */
export type Axis = { readonly to: number; readonly folds: readonly Span[] }

/** A pause is folded where it is longer than all the rest. */
const pauseFactor = 1
/** While a call is under way only what leaves the others next to nothing is folded. */
const busyFactor = 8
const mostFolds = 4

const length = ({ from, to }: Span): number => to - from

/** The stretches between two moments at which anything began or ended. */
const stretchesOf = (calls: readonly Span[]): readonly Span[] => {
  const moments = [...new Set([0, ...calls.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  )
  return moments.slice(1).map((to, index) => ({ from: moments[index] ?? 0, to }))
}

/**
 * Folds the stretches in which nothing begins and nothing ends, where they would squeeze the rest: a client that waits for
 * seconds before it calls again, one reply that takes as long as a hundred others.
 */
export const axisOf = (calls: readonly Span[]): Axis => {
  const stretches = stretchesOf(calls)
  const folds: Span[] = []
  let left = stretches.reduce((sum, each) => sum + length(each), 0)
  for (const stretch of stretches.toSorted((a, b) => length(b) - length(a)).slice(0, mostFolds)) {
    const underWay = calls.filter(({ from, to }) => from <= stretch.from && to >= stretch.to).length
    // Where all calls are under way there is nothing else to see.
    if (underWay === calls.length) continue
    const rest = left - length(stretch)
    if (rest <= 0 || length(stretch) <= rest * (underWay === 0 ? pauseFactor : busyFactor)) continue
    folds.push(stretch)
    left = rest
  }
  return {
    to: Math.max(0, ...calls.map(({ to }) => to)),
    folds: folds.toSorted((a, b) => a.from - b.from),
  }
}

/** From a moment to a place between 0 and `width`; each fold takes `foldWidth` of it. */
export type Scale = (at: number) => number

const unfolded = ({ to, folds }: Axis): number =>
  to - folds.reduce((sum, fold) => sum + length(fold), 0)

/** Nobody can tell calls apart that took no time at all: then the axis is one millisecond long. */
const perMs = (axis: Axis, width: number, foldWidth: number): number =>
  (width - axis.folds.length * foldWidth) / (unfolded(axis) || 1)

export const scaleOf = (axis: Axis, width: number, foldWidth: number): Scale => {
  const unit = perMs(axis, width, foldWidth)
  return (at) => {
    const x = axis.folds.reduce(
      (sum, fold) => {
        const inside = Math.max(0, Math.min(at, fold.to) - fold.from)
        return sum - inside * unit + (inside / length(fold)) * foldWidth
      },
      Math.max(0, Math.min(at, axis.to)) * unit,
    )
    return Math.max(0, Math.min(width, x))
  }
}

/** 7 times 0.1 is a little more than 0.7. */
const rounding = 1e-6

/** 1, 2 or 5 times a power of ten, at least as much. */
const roundStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least))
  return (([1, 2, 5] as const).find((each) => each * power >= least) ?? 10) * power
}

/** Round moments, outside of folds, at least `gap` from each other on a scale of this width. Begins with 0. */
export const ticksOf = (
  axis: Axis,
  {
    width,
    foldWidth,
    gap,
  }: { readonly width: number; readonly foldWidth: number; readonly gap: number },
): readonly number[] => {
  const scale = scaleOf(axis, width, foldWidth)
  const step = roundStep(gap / perMs(axis, width, foldWidth))
  const ends = [...axis.folds.map(({ from }) => from), axis.to]
  const starts = [0, ...axis.folds.map(({ to }) => to)]
  const round = starts.flatMap((start, index) => {
    const first = Math.ceil(start / step)
    const last = Math.floor((ends[index] ?? start) / step + rounding)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => (first + nth) * step)
  })
  return round.reduce<readonly number[]>((kept, at) => {
    const last = kept.at(-1)
    return last === undefined || scale(at) - scale(last) >= gap - rounding ? [...kept, at] : kept
  }, [])
}

/** `0.2`, `1,500`: of numbers that are round. */
export const tickInWords = (at: number): string =>
  at.toLocaleString('en-US', { maximumSignificantDigits: 6 })
