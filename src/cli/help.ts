export const description =
  "Does publishing behave as AWS Lambda's does? Judges PublishVersion, UpdateFunctionCode and PublishLayerVersion on any endpoint."

const environment = `
Every option can also be set in the environment, and the command line wins:
--max-rps is LAMBDA_CONFORMANCE_MAX_RPS; lists are separated by commas.`

const configuration = `
Every option but --config and --replay can also be set in the environment and in
lambda-conformance.config.{ts,mjs,json,yaml}. The command line wins over the environment, and that over the file.
--max-rps is LAMBDA_CONFORMANCE_MAX_RPS there, lists separated by commas, and maxRps in the file.`

export const program = `
Examples:
  lambda-conformance run                                    judge the embedded reference endpoint
  lambda-conformance run --endpoint http://127.0.0.1:4566   judge an emulator
  lambda-conformance wrapper ./adapter.mjs                  judge an SDK wrapper
  lambda-conformance check reports                          judge again what a run has stored
  lambda-conformance matrix reports-a reports-b --out compared    several subjects side by side
  lambda-conformance rules explain no-change/repeat-publish-returns-same-version`

export const run = `
Examples:
  lambda-conformance run --endpoint http://127.0.0.1:4566 --out reports
  lambda-conformance run --endpoint http://127.0.0.1:4566 --rule no-change 'revision-id/*'
  lambda-conformance run --endpoint http://127.0.0.1:4566 --without CreateAlias AddPermission
  lambda-conformance run --endpoint http://127.0.0.1:4566 --replay reports/failures/FILE.json
  lambda-conformance run --endpoint https://lambda.eu-west-1.amazonaws.com \\
      --role arn:aws:iam::123456789012:role/lambda --plan        with --allow-remote instead it runs; see iam-policy
${configuration}

Exit codes:
  0    no rule at the level of --fail-on is violated
  1    a rule is violated, or the baseline needs a change
  2    wrong usage; nothing was sent
  3    the endpoint could not be tested
  4    the harness itself failed, or --out could not be written
  130  interrupted`

export const wrapper = `
Examples:
  lambda-conformance wrapper ./adapter.mjs
  lambda-conformance wrapper ./adapter.ts --rule client --out reports
  lambda-conformance wrapper --command 'python3 deploy.py'
  lambda-conformance wrapper --command 'python3 deploy.py --stdio' --persistent
  lambda-conformance wrapper ./adapter.mjs --endpoint http://127.0.0.1:4566 --replay TOKEN

A program reads one JSON request from its standard input, {"operation": "PublishVersion", "input": {…}},
and writes one JSON reply: {"ok": true, "output": {…}} or
{"ok": false, "error": {"name": "…", "status": 412, "message": "…"}}. Packages are base64 text. With
--persistent it goes on, a line for each. The endpoint is in AWS_ENDPOINT_URL_LAMBDA, made-up
credentials and the region are where AWS SDKs look for them.
${configuration}

Exit codes are those of run; an adapter that lacks what it must export ends with 2.`

export const serve = `
Examples:
  lambda-conformance serve --port 9001
  lambda-conformance serve --port 0 --host 0.0.0.0
  lambda-conformance serve --variant asynchronous
  lambda-conformance serve --mutant no-change/repeat-publish-is-201

Variants: default, asynchronous, asynchronous-slow, asynchronous-timed, settling-keeps-revision, absent-members,
extra-members, content-based, publish-keeps-revision, code-sha-first, busy-last, policies-before-2025,
permissions-change-latest, no-policy-no-revision, brief-lists, dry-run-never-publishes, base-path,
authorization-required, without-aliases, without-policies, without-layers, minimal, minimal-not-found
${environment}`

export const rules = `
Examples:
  lambda-conformance rules --level must
  lambda-conformance rules 'no-change/*' 'revision-id/*'
  lambda-conformance rules --area code-sha256 --json`

export const explain = `
Example:
  lambda-conformance rules explain no-change/repeat-publish-returns-same-version`

export const complete = `
Examples:
  source <(lambda-conformance complete bash)     in ~/.bashrc, with the package bash-completion
  source <(lambda-conformance complete zsh)      in ~/.zshrc
  lambda-conformance complete fish | source      in config.fish

The command has to be in PATH by its name, as after npm install --global.`
