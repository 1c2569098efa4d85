import type { Json } from '../call.ts'
import type { ShellTarget } from './curl.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { FailureStep } from './report.ts'
import { printCommand, shellQuote } from './shell-quote.ts'
import { splitUpload, type Upload } from './upload.ts'

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
const zipOption = (base64: string): string =>
  `--zip-file fileb://<(${printCommand(base64)} | base64 -d)`

const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text

/** The command looks for the end-of-directory record itself and sends nothing that has none. */
const isZip = (base64: string): boolean => Buffer.from(base64, 'base64').includes('PK\u0005\u0006')

/** Why the command cannot send this call as it was; it checks types itself and writes its own base64. */
const obstacle = (
  { rest, zipFile }: Upload,
  { written }: FailureStep['call'],
): string | undefined => {
  if (written?.body !== undefined) return 'its body is not one the command would write'
  if (written?.pathEncoding !== undefined) return 'its path is not encoded as the command does it'
  // Such a name would otherwise stand unquoted in the line.
  if (!Object.keys(rest).every((member) => /^[A-Za-z][A-Za-z0-9]*$/.test(member))) {
    return 'it has a member that cannot be an option'
  }
  if (zipFile !== undefined && (typeof zipFile !== 'string' || !isBase64(zipFile)))
    return 'its ZipFile is not base64'
  if (zipFile !== undefined && !isZip(zipFile)) return 'its ZipFile is not a zip file'
  const nulls = Object.keys(rest).filter((member) => rest[member] === null)
  if (nulls.length > 0) return `it sends null for ${nulls.join(', ')}`
  if (JSON.stringify(rest).includes(String.raw`\u0000`)) return 'it holds NUL'
  return undefined
}

/** A shell line (bash) that makes the same call with the AWS CLI; a comment where the CLI has no way to make it. */
export const awsCliLine = (
  step: Pick<FailureStep, 'call'>,
  { endpoint, region }: ShellTarget,
): string => {
  const upload = splitUpload(step.call.input)
  const command = `aws lambda ${kebab(step.call.operation)}`
  const why = obstacle(upload, step.call)
  if (why !== undefined)
    return `# ${command}: not possible with the AWS CLI, because ${why}; use the cURL line`
  const members = Object.entries(upload.rest)
  const asJson = members.some(([, value]) => typeof value === 'string' && loads.test(value))
  return [
    ...(isLoopback(endpoint) ? ['AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test'] : []),
    command,
    `--endpoint-url ${shellQuote(endpoint)}`,
    `--region ${shellQuote(region)}`,
    // Otherwise MaxItems is the command's own count of what it shows, not the member of the request.
    ...('MaxItems' in upload.rest || 'Marker' in upload.rest ? ['--no-paginate'] : []),
    ...(asJson
      ? [`--cli-input-json ${shellQuote(JSON.stringify(upload.rest))}`]
      : members.map(([member, value]) => flat(kebab(member), value))),
    ...(typeof upload.zipFile === 'string' ? [zipOption(upload.zipFile)] : []),
  ].join(' ')
}
