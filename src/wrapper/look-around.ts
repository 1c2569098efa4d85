import type { WrapperTarget } from './wrapper.ts'

/** For asking a wrapper what it has: nothing listens at the discard port, and the credentials are nobody's. */
export const lookAround: WrapperTarget = {
  endpoint: 'http://127.0.0.1:9',
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDNOBODY', secretAccessKey: 'nobody' },
}
