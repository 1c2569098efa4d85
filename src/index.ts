export { runConformance } from './run/run.ts'
export { planRun } from './run/plan.ts'
export { SubjectUnavailable, UsageError } from './run/errors.ts'
export type { ConformanceEvent, Phase, Plan } from './run/event.ts'
export type { RunOptions, Subject } from './run/options.ts'
export { defineConfig, type Configuration } from './cli/configuration.ts'
export { defineWrapper } from './wrapper/wrapper.ts'
export type {
  Wrapper,
  WrapperInput,
  WrapperMethods,
  WrapperOutput,
  WrapperTarget,
} from './wrapper/wrapper.ts'
export { adapterMaker } from './wrapper/adapter-client.ts'
export { commandMaker } from './wrapper/command-client.ts'
export { inlineMaker } from './wrapper/inline-client.ts'
export type { Client, ClientMaker, Told } from './wrapper/client.ts'
export type { ClientAnswer, ClientRecord, WireExchange } from './drivers/client-record.ts'
export type { FaultName } from './fault.ts'
export type { Call, Json, JsonObject } from './call.ts'
export type {
  CredentialProvider,
  Credentials,
  Driver,
  Exchange,
  LostReply,
  Outcome,
  ProgramTrace,
  Reply,
  ReplyBody,
  WireRequest,
} from './drivers/driver.ts'
export type {
  Failure,
  FailureStep,
  Profile,
  Report,
  RuleReport,
  VerdictName,
} from './report/report.ts'
export type { Edition } from '../spec/editions.ts'
export type { OperationName } from '../spec/operations.ts'
export type { Basis, Level, Rule } from '../spec/rules/rule.ts'
export type { Citation } from '../spec/sources.ts'
export type { RuleId } from '../generated/rule-ids.ts'
export type { Replies, Requests } from '../generated/types.ts'
export { rules } from '../spec/rules/catalogue.ts'
