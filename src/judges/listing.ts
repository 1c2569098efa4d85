import type { JsonObject } from '../call.ts'
import { contentOf, contradictions, type Content } from '../model/content.ts'
import { text } from '../model/json.ts'
import type { FunctionState } from '../model/state.ts'
import {
  breaks,
  holds,
  onCallsOf,
  say,
  shows,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { changesElsewhereSinceRead } from './elsewhere.ts'
import {
  itemsOf,
  layerList,
  numberOfItem,
  numbersOf,
  onWalks,
  versionList,
  type Listing,
} from './lists.ts'
import { described, isAccepted, isNoAnswer } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

/** What a list has to show of a version; the other members have other forms there (facts F051). */
const essentials = ['CodeSha256', 'MemorySize', 'Description']

const onItems = (
  listing: Listing,
  opine: (answered: Answered, items: readonly JsonObject[]) => Opinion,
): Judge =>
  onCallsOf(listing.operation, (answered) => {
    const items = itemsOf(listing, answered)
    return items === undefined ? silent : opine(answered, items)
  })

/** Each item that something is known of, against that. */
const expectKnown = (
  fn: FunctionState | undefined,
  items: readonly JsonObject[],
  knownOf: (fn: FunctionState, item: JsonObject) => Content | undefined,
): Opinion => {
  if (fn === undefined || fn.unclear) return silent
  let compared = 0
  for (const item of items) {
    const known = knownOf(fn, item)
    if (known === undefined) continue
    compared += 1
    const shown = contentOf(item)
    // An item that leaves a member out, or has null for it, says nothing of it.
    const wrong = contradictions(known, shown).find(
      (name) => essentials.includes(name) && item[name] != null,
    )
    if (wrong !== undefined) {
      const version = `of ${say(item['Version'])} in the list`
      return breaks(`${wrong} ${say(known[wrong])} ${version}`, `${wrong} ${say(shown[wrong])}`)
    }
  }
  return compared === 0 ? silent : holds
}

const versionKnown = ({ versions }: FunctionState, item: JsonObject): Content | undefined => {
  const version = versions.get(numberOfItem(item) ?? 0)
  return version === undefined || version.madeBy === 'unseen'
    ? undefined
    : contentOf(version.configuration)
}

/** $LATEST, where nothing has happened since it was read. */
const latestKnown = (fn: FunctionState, item: JsonObject): Content | undefined =>
  text(item, 'Version') === '$LATEST' && fn.notesAt.read === fn.notes.length && fn.latest.settled
    ? fn.latest.content
    : undefined

const isPage = ({ call }: Answered): boolean => typeof call.input['MaxItems'] === 'number'

const isNoLonger = (listing: Listing): Judge =>
  onItems(listing, (answered, items) => {
    const most = Number(answered.call.input['MaxItems'])
    if (!isPage(answered) || !isWellFormed(answered)) return silent
    return items.length <= most
      ? holds
      : breaks(`at most ${most} items, as asked`, `${items.length} items`)
  })

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

export const listingJudges = {
  'listing/items-are-as-read': onItems(versionList, ({ fn }, items) =>
    expectKnown(fn, items, versionKnown),
  ),
  // What another function's changes do to this one is looked at by other rules.
  'listing/latest-is-as-read': onItems(versionList, ({ fn, step }, items) =>
    changesElsewhereSinceRead(step, fn).length > 0 ? silent : expectKnown(fn, items, latestKnown),
  ),
  'listing/arns-are-qualified': onItems(versionList, (_answered, items) => {
    const named = items.filter((item) => text(item, 'FunctionArn') && text(item, 'Version'))
    const wrong = named.find(
      (item) => !text(item, 'FunctionArn')?.endsWith(`:${text(item, 'Version')}`),
    )
    if (named.length === 0) return silent
    return wrong === undefined
      ? holds
      : breaks(`FunctionArn ending with ":${text(wrong, 'Version')}"`, say(wrong['FunctionArn']))
  }),
  'listing/ten-comes-after-nine': onItems(versionList, (_answered, items) => {
    const numbers = numbersOf(items)
    const isLong = numbers.some((number) => number < 10) && numbers.some((number) => number > 9)
    if (!isLong) return silent
    return isAscending(numbers)
      ? holds
      : breaks('the numbers in ascending order', say([...numbers]))
  }),
  'listing/status-of-items': onItems(versionList, (_answered, items) => {
    if (items.length === 0) return silent
    const has = items.some((item) => text(item, 'State') ?? text(item, 'LastUpdateStatus'))
    return shows(has ? 'shows them' : 'leaves them out')
  }),
  'listing/page-is-no-longer-than-asked': isNoLonger(versionList),
  'listing/pages-make-up-the-list': onWalks(versionList, ({ fn }) =>
    fn === undefined || fn.unclear ? undefined : [...fn.versions.keys()],
  ),
  'listing/latest-is-on-the-first-page': onItems(versionList, (answered, items) => {
    if (!isPage(answered) || items.length === 0) return silent
    const at = items.findIndex((item) => text(item, 'Version') === '$LATEST')
    if (answered.call.input['Marker'] === undefined) {
      return at === 0
        ? holds
        : breaks('$LATEST at the beginning of the first page', say(items[0]?.['Version']))
    }
    return at < 0 ? holds : breaks('no $LATEST on a later page', '$LATEST on it')
  }),
  'listing/newest-layer-version-first': onItems(layerList, (_answered, items) => {
    const numbers = numbersOf(items)
    if (numbers.length < 2) return silent
    return isAscending(numbers.toReversed())
      ? holds
      : breaks('the numbers in descending order', say([...numbers]))
  }),
  'listing/unknown-layer-is-an-empty-list': onCallsOf('ListLayerVersions', (answered) => {
    const { context, layer, reply, step } = answered
    const isUnknown = (layer === undefined || layer.highest === 0) && !layer?.unclear
    if (!isUnknown || !step.before.alone || isNoAnswer(reply)) return silent
    if (!isWellFormed(answered) || context.unsupported.has('ListLayerVersions')) return silent
    const items = itemsOf(layerList, answered)
    // What a success looks like is another rule's.
    if (items === undefined) {
      return isAccepted(answered) ? silent : breaks('200 and an empty list', described(answered))
    }
    return items.length === 0 ? holds : breaks('an empty list', `${items.length} items`)
  }),
  'listing/layer-page-is-no-longer-than-asked': isNoLonger(layerList),
  'listing/layer-pages-make-up-the-list': onWalks(layerList, ({ layer }) =>
    layer === undefined || layer.unclear ? undefined : [...layer.versions.keys()],
  ),
  'listing/layers-by-runtime': onItems(layerList, (answered, items) => {
    const { call, layer } = answered
    const runtime = text(call.input, 'CompatibleRuntime')
    const isOnlyThat = Object.keys(call.input).length === 2
    if (runtime === undefined || !isOnlyThat || layer === undefined || layer.unclear) return silent
    const isFor = (body: JsonObject): boolean => {
      const runtimes = body['CompatibleRuntimes']
      return Array.isArray(runtimes) && runtimes.includes(runtime)
    }
    const listed = numbersOf(items)
    const versions = [...layer.versions.values()]
    const wrong = versions.find(({ number, body }) => isFor(body) !== listed.includes(number))
    if (wrong === undefined) return versions.length > 0 ? holds : silent
    return isFor(wrong.body)
      ? breaks(`version ${wrong.number}, which is for ${runtime}`, `the list ${say([...listed])}`)
      : breaks(`no version ${wrong.number}, which is not for ${runtime}`, 'it is in the list')
  }),
  'listing/content-of-layer-items': onItems(layerList, (_answered, items) =>
    items.length === 0
      ? silent
      : shows(items.some((item) => item['Content']) ? 'shows it' : 'leaves it out'),
  ),
} as const satisfies Readonly<Record<string, Judge>>
