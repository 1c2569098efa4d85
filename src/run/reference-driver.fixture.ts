import { basePathOf } from '../../fixtures/reference/base-path.ts'
import { createEndpoint, type ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import type { Driver } from '../drivers/driver.ts'
import { inProcessDriver } from '../drivers/in-process.ts'

/** A reference endpoint of its own, in this process, with the same ids every time. */
export const referenceDriver = (options: ReferenceOptions): Driver =>
  inProcessDriver(createEndpoint({ seed: 1, ...options }).respond, basePathOf(options.basePath))
