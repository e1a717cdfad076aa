#!/usr/bin/env python3
"""The service with little memory under the worst mix of requests that are legal.

    benchmarks/load/memory.py [--minutes 10] [--heap 512m] [--places 100000] [--out FILE]
                              [--command 'java ... io.bosett.cli.Main serve']

Starts a service of its own on a free port of loopback with a fresh store, uploads a dataset, solves a
scenario on it, and then asks for certificates and tables of it (24 at once), posts documents of three
million {} and lists of a million faults, and reads slowly; beside that, others solve three places and
ask for small things, whose times are what counts. Writes Markdown and exits with 1 when something died
or somebody had to wait for more than a second.
"""
import argparse, collections, http.client, json, os, re, shlex, shutil, signal, subprocess
import sys, tempfile, threading, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SMALL = open(os.path.join(ROOT, 'models/small/three-places.json')).read()
LARGE_ANSWERS = [('certificate', None), ('places', 'text/csv'), ('places', 'application/json'),
                 ('places', 'application/geo+json'), ('result', None), ('model', None), ('certificate', 'gzip'),
                 ('places', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')]


class Service:
    """The process, on a free port."""

    def __init__(self, command, heap, folder):
        environment = dict(os.environ, BOSETT_JAVA_OPTIONS='-Xmx' + heap, BOSETT_LOG_LEVEL='WARN')
        self.log = open(os.path.join(folder, 'log'), 'w+')
        words = shlex.split(command.replace('JAVA_OPTIONS', '-Xmx' + heap))
        self.process = subprocess.Popen(
            words + ['--port', '0', '--data', os.path.join(folder, 'data')],
            cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=self.log)
        self.port = self.wait_for_port()

    def said(self):
        self.log.flush()
        with open(self.log.name) as text:
            return text.read()

    def wait_for_port(self):
        end = time.time() + 300
        while time.time() < end and self.process.poll() is None:
            found = re.search(r'listening on http://127.0.0.1:(\d+)', self.said())
            if found:
                return int(found.group(1))
            time.sleep(0.2)
        sys.exit('the service does not start:\n' + self.said())

    def ask(self, method, path, body=None, headers=None, timeout=120, slowly=0):
        """Status, bytes and headers; a connection each time."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=timeout)
        try:
            all_headers = dict(headers or {})
            if body is not None:
                all_headers.setdefault('Content-Type', 'application/json')
            sent = body.encode() if isinstance(body, str) else body
            connection.request(method, path, sent, all_headers)
            response = connection.getresponse()
            if not slowly:
                return response.status, response.read(), response.headers
            while response.read(slowly // 10):
                time.sleep(0.1)
            return response.status, b'', response.headers
        finally:
            connection.close()

    def resident(self):
        """Bytes of this process and its children."""
        total = 0
        for pid in [self.process.pid] + children(self.process.pid):
            try:
                with open('/proc/%d/status' % pid) as status:
                    found = re.search(r'VmRSS:\s+(\d+)', status.read())
                    total += int(found.group(1)) * 1024 if found else 0
            except OSError:
                pass
        return total

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def children(pid):
    try:
        with open('/proc/%d/task/%d/children' % (pid, pid)) as listed:
            return [int(one) for one in listed.read().split()]
    except OSError:
        return []


def dataset(places):
    rows = [{'id': 'P%06d' % i, 'name': 'Place %d' % i, 'county': str(i % 20 + 1),
             'indicators': {'population': {'2017': 500 + i * 7919 % 30011}}} for i in range(places)]
    return json.dumps({
        'id': 'large', 'title': 'Large', 'counties': {str(i): 'County %d' % i for i in range(1, 21)},
        'notes': ['made up'],
        'indicators': [{'id': 'population', 'unit': 'persons', 'source': 'made up', 'licence': 'CC0-1.0',
                        'description': 'Inhabitants'}],
        'municipalities': rows})


def scenario(places):
    return json.dumps({
        'name': 'Large', 'year': 2018, 'dataset': 'large', 'demand': {'persons': places * 20},
        'places': {'minimum': 3, 'maximum': 200},
        'criteria': [{'id': 'population', 'weight': 1, 'base': {'indicator': 'population', 'year': 2017}}]})


class Run:
    def __init__(self, service, minutes):
        self.service = service
        self.end = time.time() + minutes * 60
        self.lock = threading.Lock()
        self.statuses = collections.defaultdict(collections.Counter)
        self.times = collections.defaultdict(list)
        self.solved = []
        self.peaks = collections.Counter()
        self.failures = collections.Counter()

    def note(self, kind, status, seconds):
        with self.lock:
            self.statuses[kind][status] += 1
            self.times[kind].append(seconds)

    def repeat(self, kind, pause, deed):
        """Until the time is over; a refusal is heeded."""
        while time.time() < self.end:
            begun = time.time()
            try:
                status, answer, headers = deed()
                self.note(kind, status, time.time() - begun)
                if status in (429, 503):
                    time.sleep(min(float(headers.get('Retry-After', 1)), max(0, self.end - time.time())))
            except (OSError, http.client.HTTPException) as failure:
                with self.lock:
                    self.failures[kind + ': ' + type(failure).__name__ + ' ' + str(failure)] += 1
                time.sleep(0.5)
            time.sleep(pause)

    def letter(self):
        status, answer, headers = self.service.ask('POST', '/v1/allocations', SMALL)
        if status in (201, 202):
            with self.lock:
                self.solved.append(json.loads(answer)['id'])
        return status, answer, headers

    def watch(self):
        while time.time() < self.end:
            self.peaks['resident'] = max(self.peaks['resident'], self.service.resident())
            try:
                metrics = self.service.ask('GET', '/metrics')[1].decode()
                used = sum(float(value) for value in re.findall(
                    r'jvm_memory_used_bytes\{area="heap"[^}]*\} (\S+)', metrics))
                self.peaks['heap'] = max(self.peaks['heap'], int(used))
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(1)


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def report(run, arguments, died, unready, lost, largest):
    seconds = arguments.minutes * 60
    lines = ['# The service with little memory', '',
             'Heap %s, %d processors, %g minutes; %s places; %s.' % (
                 arguments.heap, os.cpu_count(), arguments.minutes, format(arguments.places, ','), arguments.beside),
             '',
             '| what | answered a second | statuses | median s | 99 % s | longest s |', '| --- | --- | --- | --- | --- | --- |']
    for kind in sorted(run.statuses):
        counts = run.statuses[kind]
        lines.append('| %s | %.2f | %s | %.3f | %.3f | %.3f |' % (
            kind, sum(counts.values()) / seconds,
            ', '.join('%s: %d' % one for one in sorted(counts.items())),
            percentile(run.times[kind], 0.5), percentile(run.times[kind], 0.99), max(run.times[kind])))
    lines += ['',
              'Largest heap in use %.0f MB, largest resident memory %.0f MB; a certificate has %.1f MB.' % (
                  run.peaks['heap'] / 1e6, run.peaks['resident'] / 1e6, largest / 1e6),
              'Process %s, service %s at the end; %d of %d answered allocations read back.' % (
                  'died' if died else 'alive', 'not ready' if unready else 'ready',
                  len(run.solved) - lost, len(run.solved))]
    lines += ['Connection failure: %s, %d times' % one for one in run.failures.items()]
    return '\n'.join(lines) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--minutes', type=float, default=10)
    parser.add_argument('--heap', default='512m')
    parser.add_argument('--places', type=int, default=100_000)
    parser.add_argument('--at-once', type=int, default=24)
    parser.add_argument('--command', default='./bosett serve')
    parser.add_argument('--beside', default='nothing else on the machine')
    parser.add_argument('--out')
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix='bosett-memory-')
    service = Service(arguments.command, arguments.heap, folder)
    try:
        failed = measure(service, arguments)
    finally:
        service.stop()
        shutil.rmtree(folder)
    sys.exit(failed)


def measure(service, arguments):
    status, answer, _ = service.ask('PUT', '/v1/datasets/large', dataset(arguments.places))
    assert status == 201, answer[:500]
    status, answer, headers = service.ask(
        'POST', '/v1/allocations', scenario(arguments.places), {'Prefer': 'wait=60'})
    assert status in (201, 202), answer[:500]
    large = headers['Location']
    while json.loads(service.ask('GET', large)[1])['state'] in ('QUEUED', 'RUNNING'):
        time.sleep(1)
    status, answer, _ = service.ask('GET', large + '/certificate')
    assert status == 200, answer[:500]
    largest = len(answer)
    empty = '{"year": 2018, "municipalities": [%s{}]}' % ('{},' * 3_000_000)
    faulty = '{"year": 2018, "municipalities": [%s0]}' % ('0,' * 1_000_000)
    run = Run(service, arguments.minutes)

    def answers(i):
        part, accept = LARGE_ANSWERS[i % len(LARGE_ANSWERS)]
        headers = {'Accept-Encoding': 'gzip'} if accept == 'gzip' else {'Accept': accept} if accept else {}
        name = part + ('' if accept is None else ' ' + accept.split('/')[-1].split('.')[-1])
        return 'large: ' + name, 0, lambda: service.ask('GET', '%s/%s' % (large, part), None, headers)

    deeds = [answers(i) for i in range(arguments.at_once)]
    deeds += [('hostile: three million {}', 0, lambda: service.ask('POST', '/v1/scenarios/validate', empty))] * 3
    deeds += [('hostile: a million faults', 0.2, lambda: service.ask('POST', '/v1/scenarios/validate', faulty))]
    deeds += [('slow: certificate', 0, lambda: service.ask(
        'GET', large + '/certificate', timeout=300, slowly=500_000))] * 2
    deeds += [('others: solve three places', 0.2, run.letter)] * 2
    deeds += [('others: ready', 0.5, lambda: service.ask('GET', '/health/ready')),
              ('others: list', 0.2, lambda: service.ask('GET', '/v1/allocations?limit=5')),
              ('others: schema', 0.2, lambda: service.ask('GET', '/v1/schemas/scenario'))]
    threads = [threading.Thread(target=run.repeat, args=one, daemon=True) for one in deeds]
    threads.append(threading.Thread(target=run.watch, daemon=True))
    for thread in threads:
        thread.start()
    while time.time() < run.end and service.process.poll() is None:
        time.sleep(1)
    died = service.process.poll() is not None
    for thread in threads:
        thread.join(60)
    unready = died or service.ask('GET', '/health/ready')[0] != 200
    lost = len(run.solved) if died else sum(
        service.ask('GET', '/v1/allocations/%s/result' % one)[0] != 200 for one in run.solved)
    text = report(run, arguments, died, unready, lost, largest)
    print(text, flush=True)
    if died:
        print(service.said()[-3000:])
    if arguments.out:
        with open(arguments.out, 'w') as out:
            out.write(text)
    late = max([percentile(run.times[kind], 0.99) for kind in run.times if kind.startswith('others')] or [0])
    wrong = any(status >= 500 and status != 503 for kind in run.statuses for status in run.statuses[kind])
    return 1 if died or unready or lost or wrong or late > 1 else 0


if __name__ == '__main__':
    main()
