import { registerBaseline } from './register.ts'

registerBaseline()
