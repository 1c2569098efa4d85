import { expect, test } from 'vitest'
import { chainFault } from './chain-fault.ts'

test('a credential_process that fails is not quoted, neither its command nor its words', () => {
  const why = chainFault(new Error('Command failed: helper --key PLANTED-1\nPLANTED-2: no'), {})
  expect(why).toMatch(/^the credential_process of the profile failed \(.+\)$/)
  expect(why).not.toContain('PLANTED')
})

test('what is secret in the environment, or looks like a key, is not shown', () => {
  const env = { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Basic planted-1' }
  const error = new Error(
    'header Basic planted-1 of AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nrefused',
  )
  expect(chainFault(error, env)).toBe('header REDACTED of REDACTED REDACTED refused')
  expect(chainFault('Could not load credentials from any providers', env)).toBe(
    'Could not load credentials from any providers',
  )
})
