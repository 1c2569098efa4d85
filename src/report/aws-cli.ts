import type { Json, JsonObject } from '../call.ts'
import type { ShellTarget } from './curl.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { FailureStep } from './report.ts'
import { printCommand, shellQuote } from './shell-quote.ts'

/** `SourceKMSKeyArn` → `source-kms-key-arn`, `S3Bucket` → `s3-bucket`: an acronym is one word, a digit belongs to it. */
export const kebab = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

/** The command reads such a value as the name of a file or page to load, also where it is meant as text. */
const loads = /^(file|fileb|https?):\/\//

const flat = (name: string, value: Json): string => {
  if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.startsWith('-') ? `--${name}=${shellQuote(text)}` : `--${name} ${shellQuote(text)}`
}

/** The command takes a package as bytes, from a file; bash gives it one that never touches the disk. */
const zipFile = (base64: string): string =>
  `--zip-file fileb://<(${printCommand(base64)} | base64 -d)`

type Split = { readonly plain: JsonObject; readonly zip?: Json }

/** The package stands at the top (`UpdateFunctionCode`), in `Code` or in `Content`; the command has one option for all. */
const splitZip = (input: JsonObject): Split => {
  if ('ZipFile' in input) {
    const { ZipFile: zip, ...plain } = input
    return zip === undefined ? { plain } : { plain, zip }
  }
  for (const holder of ['Code', 'Content']) {
    const held = input[holder]
    if (typeof held !== 'object' || held === null || Array.isArray(held) || !('ZipFile' in held))
      continue
    const { ZipFile: zip, ...rest } = held as JsonObject
    const { [holder]: _, ...others } = input
    const plain = Object.keys(rest).length === 0 ? others : { ...others, [holder]: rest }
    return zip === undefined ? { plain } : { plain, zip }
  }
  return { plain: input }
}

const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text

/** The command looks for the end-of-directory record itself and sends nothing that has none. */
const isZip = (base64: string): boolean => Buffer.from(base64, 'base64').includes('PK\u0005\u0006')

/** Why the command cannot send this call as it was; it checks types itself and writes its own base64. */
const obstacle = ({ plain, zip }: Split): string | undefined => {
  if (zip !== undefined && (typeof zip !== 'string' || !isBase64(zip)))
    return 'its ZipFile is not base64'
  if (zip !== undefined && !isZip(zip)) return 'its ZipFile is not a zip file'
  const nulls = Object.keys(plain).filter((member) => plain[member] === null)
  if (nulls.length > 0) return `it sends null for ${nulls.join(', ')}`
  if (JSON.stringify(plain).includes(String.raw`\u0000`)) return 'it holds NUL'
  return undefined
}

/** A shell line (bash) that makes the same call with the AWS CLI; a comment where the CLI has no way to make it. */
export const awsCliLine = (
  step: Pick<FailureStep, 'call'>,
  { endpoint, region }: ShellTarget,
): string => {
  const split = splitZip(step.call.input)
  const command = `aws lambda ${kebab(step.call.operation)}`
  const why = obstacle(split)
  if (why !== undefined)
    return `# ${command}: not possible with the AWS CLI, because ${why}; use the cURL line`
  const members = Object.entries(split.plain)
  const asJson = members.some(([, value]) => typeof value === 'string' && loads.test(value))
  return [
    ...(isLoopback(endpoint) ? ['AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test'] : []),
    command,
    `--endpoint-url ${shellQuote(endpoint)}`,
    `--region ${shellQuote(region)}`,
    // Otherwise MaxItems is the command's own count of what it shows, not the member of the request.
    ...('MaxItems' in split.plain || 'Marker' in split.plain ? ['--no-paginate'] : []),
    ...(asJson
      ? [`--cli-input-json ${shellQuote(JSON.stringify(split.plain))}`]
      : members.map(([member, value]) => flat(kebab(member), value))),
    ...(typeof split.zip === 'string' ? [zipFile(split.zip)] : []),
  ].join(' ')
}
