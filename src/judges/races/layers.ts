import type { Json } from '../../call.ts'
import { member, text } from '../../model/json.ts'
import { layerNameIn } from '../../model/names.ts'
import type { Step } from '../../model/trace.ts'
import { say, type Judge } from '../judge.ts'
import {
  bodyOf,
  breaksBy,
  called,
  enumerated,
  given,
  gravest,
  is,
  isAccepted,
  isRefused,
  isWholeList,
  onRaces,
  uploadOf,
  type Race,
  type RaceOpinion,
} from './race.ts'

const layerOf = (step: Step): string => layerNameIn(given(step, 'LayerName') ?? '').name

const numberIn = (body: Json | undefined): number | undefined => {
  const number = member(body, 'Version')
  return typeof number === 'number' ? number : undefined
}

const hashIn = (step: Step): string | undefined =>
  text(member(bodyOf(step), 'Content'), 'CodeSha256')

/** Versions of one layer that were made at once. */
const madeIn = ({ calls }: Race): readonly (readonly Step[])[] => {
  const made = calls.filter(
    (step) =>
      is('PublishLayerVersion')(step) && isAccepted(step) && numberIn(bodyOf(step)) !== undefined,
  )
  return [...new Set(made.map(layerOf))].map((name) =>
    made.filter((step) => layerOf(step) === name),
  )
}

const onLayers = (opine: (made: readonly Step[], race: Race) => RaceOpinion): Judge =>
  onRaces((race) => gravest(madeIn(race).map((made) => opine(made, race))))

const distinct = (made: readonly Step[]): RaceOpinion => {
  if (made.length < 2) return { kind: 'silent' }
  const twice = made.filter((one) =>
    made.some((other) => other !== one && numberIn(bodyOf(other)) === numberIn(bodyOf(one))),
  )
  return twice.length === 0
    ? { kind: 'holds' }
    : breaksBy(
        twice,
        'another number for every layer version',
        `Version ${numberIn(bodyOf(twice[0] as Step))} for ${enumerated(twice.map(called))}`,
      )
}

/** Where the hash is that of what another call sent for this layer. */
const ownContent = (made: readonly Step[], { trace, after }: Race): RaceOpinion => {
  const sentBy = (hash: string | undefined, step: Step): Step | undefined =>
    trace.find(
      (other) =>
        hash !== undefined &&
        is('PublishLayerVersion')(other) &&
        layerOf(other) === layerOf(step) &&
        uploadOf(other)?.hash === hash,
    )
  for (const step of made) {
    const own = uploadOf(step)?.hash
    const number = numberIn(bodyOf(step))
    const isOnly = made.every((other) => other === step || numberIn(bodyOf(other)) !== number)
    const reads = after.filter(
      (read) =>
        isOnly &&
        is('GetLayerVersion')(read) &&
        layerOf(read) === layerOf(step) &&
        numberIn(bodyOf(read)) === number,
    )
    for (const look of [step, ...reads]) {
      const hash = hashIn(look)
      const other = hash === own ? undefined : sentBy(hash, step)
      if (other === undefined) continue
      return breaksBy(
        [step, other, ...(look === step ? [] : [look])],
        `CodeSha256 ${say(own)} of what was sent for Version ${number}`,
        `${say(hash)}, which ${called(other)} sent`,
      )
    }
  }
  return { kind: made.length > 1 ? 'holds' : 'silent' }
}

const allListed = (made: readonly Step[], { after, trace }: Race): RaceOpinion => {
  const [first] = made
  const list = after.find(
    (step) =>
      is('ListLayerVersions')(step) &&
      first !== undefined &&
      layerOf(step) === layerOf(first) &&
      isWholeList(step) &&
      Object.keys(step.exchange.call.input).length === 1,
  )
  const items = list === undefined ? undefined : member(bodyOf(list), 'LayerVersions')
  if (first === undefined || list === undefined || !Array.isArray(items)) return { kind: 'silent' }
  const isDeleted = trace
    .slice(0, list.index)
    .some((step) => is('DeleteLayerVersion')(step) && !isRefused(step))
  if (isDeleted) return { kind: 'silent' }
  const listed = items.map((item: Json) => numberIn(item))
  const missing = made.filter((step) => !listed.includes(numberIn(bodyOf(step))))
  return missing.length === 0
    ? { kind: 'holds' }
    : breaksBy(
        [...missing, list],
        `Version ${enumerated(missing.map((step) => say(numberIn(bodyOf(step)))))}, as answered to ${enumerated(missing.map(called))}, in the list`,
        listed.length === 0 ? 'no versions' : enumerated(listed.map((number) => say(number))),
      )
}

export const raceLayersJudges = {
  'concurrency/layer-numbers-are-distinct': onLayers(distinct),
  'concurrency/layer-version-has-its-own-content': onLayers(ownContent),
  'concurrency/layer-versions-are-kept': onLayers(allListed),
} as const satisfies Readonly<Record<string, Judge>>
