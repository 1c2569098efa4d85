import type { RuleId } from '../rules/catalogue.ts'
import { excluded, type JudgedBy, type Outcome, type Statements } from './statement.ts'
import { needsImage, needsOthers, needsSigning, openValues, beyondPublishing } from './reasons.ts'

/** What becomes of the statements whose rules are the operation's own. */
type Judging = {
  /** Members, types and limits. */
  readonly body: RuleId
  readonly hash: JudgedBy
  readonly size: JudgedBy
  readonly latestRevision: JudgedBy
  readonly version: JudgedBy
  readonly configuration: JudgedBy
  readonly arn: JudgedBy
  readonly name: JudgedBy
  readonly lastModified: Outcome
}
type LaterJudging = Pick<Judging, 'body' | 'configuration'>

const ownAffair = excluded(
  'what a function is busy with the subject alone knows; that it settles is what a run waits for',
)
const lambdaAtEdge = excluded('needs a replica made by another service')

/** What the documents of 2024 say over and above. */
export const since2024: Statements['sections'] = {
  'Response Elements, Environment': {
    'is left out of the logs of CloudTrail': excluded('is seen in another service'),
  },
  'Response Elements, KMSKeyArn': {
    'is the key of a SnapStart snapshot as well': needsOthers,
  },
  'Response Elements, Runtime': {
    'is required for an archive': beyondPublishing,
  },
}

/** Members of a function configuration that replies have had since 2019; PublishVersion and UpdateFunctionCode state the same of them. */
export const members = ({ body, hash, size, ...judging }: Judging): Statements['sections'] => ({
  'Response Elements, CodeSha256': {
    'is a string': [body],
    'is the SHA-256 hash of the package': hash,
  },
  'Response Elements, CodeSize': {
    'is an integer': [body],
    'is the size of the package in bytes': size,
  },
  'Response Elements, DeadLetterConfig': {
    'is an object with the ARN of the target': [body],
    'is the dead letter queue of the function': needsOthers,
  },
  'Response Elements, Description': {
    'is a string of at most 256 characters': [body],
    'is the description of the function': judging.configuration,
  },
  'Response Elements, Environment': {
    'is an object with Variables and perhaps an Error': [body],
    'holds the environment variables of the function': judging.configuration,
  },
  'Response Elements, FunctionArn': {
    'is the ARN of a function by the pattern, perhaps with a qualifier': [body],
    'names the function that was meant': judging.arn,
  },
  'Response Elements, FunctionName': {
    'is a string of 1 to 170 characters by the pattern': [body],
    'is the name of the function': judging.name,
  },
  'Response Elements, Handler': {
    'is a string of at most 128 characters without white space': [body],
    'is what the runtime calls first': judging.configuration,
  },
  'Response Elements, KMSKeyArn': {
    'is an ARN by the pattern, or empty': [body],
    'is the key of the environment variables, where the customer has given one': needsOthers,
  },
  'Response Elements, LastModified': {
    'is a date and time in ISO 8601': [body, 'versions/last-modified-form'],
    'is when the function was last updated': judging.lastModified,
  },
  'Response Elements, Layers': {
    'is a list of objects with Arn and CodeSize': [body],
    'holds the layers of the function': judging.configuration,
  },
  'Response Elements, MasterArn': {
    'is the ARN of a function by the pattern': [body],
    'names the main function of one at the edge': lambdaAtEdge,
  },
  'Response Elements, MemorySize': {
    'is an integer from 128 up to the greatest of the edition': [body],
    'is the memory the function has': judging.configuration,
  },
  'Response Elements, RevisionId': {
    'is a string': [body],
    'is the latest revision of the function': judging.latestRevision,
  },
  'Response Elements, Role': {
    'is the ARN of a role by the pattern': [body],
    'is the role the function runs as': judging.configuration,
  },
  'Response Elements, Runtime': {
    'is a string': [body],
    'is one of the listed runtimes': openValues,
    'is the runtime of the function': judging.configuration,
  },
  'Response Elements, Timeout': {
    'is an integer of at least 1': [body],
    'is the time in seconds a run may take': judging.configuration,
  },
  'Response Elements, TracingConfig': {
    'is an object with a Mode': [body],
    'is the tracing set for the function': judging.configuration,
  },
  'Response Elements, Version': {
    'is a string of 1 to 1024 characters, $LATEST or digits': [body],
    'is the version of the function that the reply shows': judging.version,
  },
  'Response Elements, VpcConfig': {
    'is an object with lists of subnets and security groups': [body],
    'is the network the function is attached to': needsOthers,
  },
})

/** Members that came after 2019. */
export const laterMembers = (judging: LaterJudging): Statements['sections'] => {
  const { body } = judging
  return {
    'Response Elements, Architectures': {
      'is a list of one string': [body],
      'is x86_64 or arm64': openValues,
      'is what the function was made for': judging.configuration,
      'is x86_64 where nothing was said': ['supporting/create-defaults'],
    },
    'Response Elements, EphemeralStorage': {
      'is an object with a Size from 512 to 10240': [body],
      'is the size of /tmp in MB': judging.configuration,
      'is 512 where nothing was said': ['supporting/create-defaults'],
    },
    'Response Elements, FileSystemConfigs': {
      'is a list of at most one object with Arn and LocalMountPath': [body],
      'is how the function reaches a file system': needsOthers,
    },
    'Response Elements, ImageConfigResponse': {
      'is an object with ImageConfig and perhaps an Error': [body],
      'holds the settings of the image': needsImage,
    },
    'Response Elements, LastUpdateStatus': {
      'is a string': [body],
      'is Successful, Failed or InProgress': openValues,
      'tells of the last update': ownAffair,
      'is Successful for the first time once the creation is over': excluded(
        'an endpoint may settle before the first read, and replies may leave the member out',
      ),
    },
    'Response Elements, LastUpdateStatusReason': {
      'is a string': [body],
      'says why the last update went as it did': excluded('a text for people to read'),
    },
    'Response Elements, LastUpdateStatusReasonCode': {
      'is a string': [body],
      'is one of the listed codes': openValues,
      'says why the last update went as it did': excluded(
        'a failed update cannot be brought about without other services',
      ),
    },
    'Response Elements, LoggingConfig': {
      'is an object with log format, levels and group': [body],
      'is how the function logs': judging.configuration,
    },
    'Response Elements, PackageType': {
      'is a string': [body],
      'is Zip or Image': openValues,
      'is Zip for an archive': ['supporting/create-defaults'],
      'is Image for a container image': needsImage,
    },
    'Response Elements, RuntimeVersionConfig': {
      'is an object with the ARN of the runtime version and perhaps an Error': [body],
      'tells the runtime version and what is wrong with it': excluded(
        'the service alone chooses the runtime version, and changes it when it likes',
      ),
    },
    'Response Elements, SigningJobArn': {
      'is an ARN by the pattern': [body],
      'is the job that signed the code': needsSigning,
    },
    'Response Elements, SigningProfileVersionArn': {
      'is an ARN by the pattern': [body],
      'is the profile that signed the code': needsSigning,
    },
    'Response Elements, SnapStart': {
      'is an object with ApplyOn and OptimizationStatus': [body],
      'a function set to PublishedVersions is kept initialized when it is published': excluded(
        'costs money, takes minutes, and only an invocation would show it',
      ),
    },
    'Response Elements, State': {
      'is a string': [body],
      'is Pending, Active, Inactive or Failed': openValues,
      'is the state of the function': ownAffair,
      'Inactive ends with an invocation': excluded('takes weeks without an invocation, then one'),
    },
    'Response Elements, StateReason': {
      'is a string': [body],
      'says why the function is in its state': excluded('a text for people to read'),
    },
    'Response Elements, StateReasonCode': {
      'is a string': [body],
      'is one of the listed codes': openValues,
      'while it is Creating, the function can be neither invoked nor changed': excluded(
        "how long a new function stays so is the subject's choice, and waiting is what a run does",
      ),
    },
  }
}
