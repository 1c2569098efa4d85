/** What the name of one of AWS's own hosts tells. */
export type AwsHost = { readonly region: string; readonly partition: string }

/** lambda.eu-west-1.amazonaws.com, with FIPS, dual-stack, in China, or by an endpoint in a VPC. */
const pattern =
  /^(?:vpce-[a-z0-9-]+\.)?lambda(?:-fips)?\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+)\.(?:(?:vpce\.)?amazonaws\.com(?:\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$/

export const partitionOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws'
}

/** Undefined for every host that is not Lambda at AWS by its name. */
export const awsHostOf = (endpoint: string): AwsHost | undefined => {
  if (!URL.canParse(endpoint)) return undefined
  const { region } = pattern.exec(new URL(endpoint).hostname.replace(/\.$/, ''))?.groups ?? {}
  return region === undefined ? undefined : { region, partition: partitionOf(region) }
}

const roleArn = /^arn:(?<partition>aws[a-zA-Z-]*):iam::(?<account>\d{12}):role\//

/** Whose a role is. */
export const ownerOf = (
  role: string,
): { readonly partition: string; readonly account: string } | undefined => {
  const { partition, account } = roleArn.exec(role)?.groups ?? {}
  return partition === undefined || account === undefined ? undefined : { partition, account }
}
