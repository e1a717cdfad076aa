// Requests at a fixed rate, by autocannon: arrivals.mjs MODULES PLAN, both paths; prints one JSON line.
//
// With a rate, autocannon sends as many requests as it may at the beginning of each second and then
// pauses, and its correction of coordinated omission takes all intervals to be one millisecond. So here
// every connection is an autocannon of its own that sends one request a second, and they start one
// after the other: the arrivals are spread evenly, and the interval of a connection is known. A request
// that finds its connection busy counts from when it was to be sent: for a response that took longer
// than the interval, the histogram gets also those that waited behind it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const [modules, planFile] = process.argv.slice(2)
const load = createRequire(join(resolve(modules), 'package.json'))
const autocannon = load('autocannon')
const hdr = load('hdr-histogram-js')

const plan = JSON.parse(readFileSync(planFile, 'utf8'))
const { url, rate, warmUp, seconds, request, timeout } = plan
const INTERVAL_MICROS = 1_000_000
const body = readFileSync(request.body)

const histogram = () =>
  hdr.build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 600 * INTERVAL_MICROS,
    numberOfSignificantValueDigits: 3
  })
const corrected = histogram()
const asSent = histogram()
const statuses = {}
let completed = 0
let errors = 0
let timeouts = 0
let opened = 0
const lag = monitorEventLoopDelay({ resolution: 1 })

const now = () => performance.now() / 1000
const begin = now() + 1 + warmUp
const end = begin + seconds

/** Counts what was sent within the measured time. */
function answered (status, millis) {
  const sent = now() - millis / 1000
  if (sent < begin || sent >= end) return
  completed++
  statuses[status] = (statuses[status] ?? 0) + 1
  const micros = Math.max(1, Math.round(millis * 1000))
  asSent.recordValue(micros)
  corrected.recordValueWithExpectedInterval(micros, INTERVAL_MICROS)
}

function failed (error) {
  const at = now()
  if (at < begin || at >= end + timeout) return
  errors++
  if (/timed out/.test(error.message)) timeouts++
}

/** One connection with one request a second, until the time is up. */
function connect () {
  opened++
  const cannon = autocannon({
    url: url + request.path,
    connections: 1,
    connectionRate: 1,
    ignoreCoordinatedOmission: true,
    method: request.method,
    headers: request.headers,
    body,
    timeout,
    // A response may still be on its way when the measured time is over.
    duration: Math.ceil(end - now() + 2)
  })
  cannon.on('response', (client, status, bytes, millis) => answered(status, millis))
  cannon.on('reqError', failed)
  return cannon
}

const cannons = []
for (let k = 0; k < rate; k++) {
  const at = begin - warmUp - 1 + k / rate
  await new Promise((done) => setTimeout(done, Math.max(0, (at - now()) * 1000)))
  cannons.push(connect())
}
await new Promise((done) => setTimeout(done, Math.max(0, (begin - now()) * 1000)))
lag.enable()
const cpuBefore = process.cpuUsage()
await new Promise((done) => setTimeout(done, seconds * 1000))
const cpu = process.cpuUsage(cpuBefore)
lag.disable()
await Promise.all(cannons)

const millis = (micros) => Math.round(micros) / 1000
const summary = (h) => ({
  p50: millis(h.getValueAtPercentile(50)),
  p90: millis(h.getValueAtPercentile(90)),
  p95: millis(h.getValueAtPercentile(95)),
  p99: millis(h.getValueAtPercentile(99)),
  p999: millis(h.getValueAtPercentile(99.9)),
  max: millis(h.maxValue),
  mean: millis(h.mean)
})
console.log(JSON.stringify({
  rate,
  seconds,
  connections: opened,
  expected: rate * seconds,
  completed,
  statuses,
  errors,
  timeouts,
  millis: summary(corrected),
  millisAsSent: summary(asSent),
  generatorLagMillis: { p99: lag.percentile(99) / 1e6, max: lag.max / 1e6 },
  generatorCpuSeconds: (cpu.user + cpu.system) / 1e6
}))
