import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each([
  'http://localhost:4566',
  'http://LOCALHOST',
  'http://emulator.localhost:4566/base',
  'http://127.0.0.1:9001',
  'http://127.1',
  'http://0x7f.0.0.1',
  'http://0.0.0.0:4566',
  'http://[::1]:4566',
  'http://[::ffff:127.0.0.1]:4566',
])('%s is this machine', (endpoint) => {
  expect(isLoopback(endpoint)).toBe(true)
})

test.each([
  'https://lambda.us-east-1.amazonaws.com',
  'http://localstack:4566',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org',
  'http://10.0.0.1',
  'http://[2001:db8::1]',
  'http://[::ffff:10.0.0.1]',
])('%s may be another machine', (endpoint) => {
  expect(isLoopback(endpoint)).toBe(false)
})
