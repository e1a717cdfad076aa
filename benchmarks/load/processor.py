#!/usr/bin/env python3
"""Processor time of the service for each letter, cold and warm, of several checkouts in one run.

    benchmarks/load/processor.py before=/path/of/an/older/checkout after=.

Each checkout's own launcher starts a service on a fresh store and a free port of loopback. First come
the cold letters, block by block, then the checkouts take turns at a fixed rate. The time is that of the
service's process by the kernel, user and system, which other work on the machine disturbs less than it
does wall times. Needs Python 3.8 and Linux; everything that was started is stopped and deleted.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time

TICKS = os.sysconf('SC_CLK_TCK')
LETTER = pathlib.Path(__file__).parents[2] / 'models' / 'norway-2018' / 'letter.json'
START_SECONDS = 600
CLIENTS = 24


def fields(stat):
    """The fields of a stat file after the name, which may hold blanks."""
    return stat.rsplit(')', 1)[1].split()


class Service:
    """One service, started by the launcher of a checkout, whose child is the virtual machine."""

    def __init__(self, checkout, options):
        self.folder = tempfile.mkdtemp(prefix='bosett-processor-')
        said = pathlib.Path(self.folder, 'said')
        command = [str(pathlib.Path(checkout, 'bosett').resolve()), 'serve', '--port', '0', '--data', self.folder + '/store']
        with open(said, 'w') as err:
            self.process = subprocess.Popen(command + options, stdout=subprocess.DEVNULL, stderr=err)
        end = time.time() + START_SECONDS
        found = None
        while not found:
            found = re.search(r'listening on http://[^:]+:(\d+)', said.read_text())
            if self.process.poll() is not None or time.time() > end:
                self.close()
                raise SystemExit(f'{checkout} does not start: {said.read_text()[-2000:]}')
            time.sleep(0.05)
        self.port = int(found.group(1))
        launcher = self.process.pid
        children = pathlib.Path('/proc', str(launcher), 'task', str(launcher), 'children').read_text().split()
        # Older launchers are replaced by the virtual machine and have no child.
        self.machine = children[0] if children else str(launcher)

    def used(self):
        """Seconds of processor time so far."""
        stat = fields(pathlib.Path('/proc', self.machine, 'stat').read_text())
        return (int(stat[11]) + int(stat[12])) / TICKS

    def threads(self):
        """Likewise by the name of the thread and whether in the kernel."""
        used = collections.Counter()
        for task in pathlib.Path('/proc', self.machine, 'task').iterdir():
            try:
                stat = (task / 'stat').read_text()
            except OSError:
                continue
            name = re.sub(r'\d+', 'N', stat[stat.index('(') + 1:stat.rindex(')')])
            used[name + ', user'] += int(fields(stat)[11]) / TICKS
            used[name + ', system'] += int(fields(stat)[12]) / TICKS
        return used

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def post(connection, request):
    """Posts a letter and gives the status of the answer."""
    connection.sendall(request)
    answer = b''
    while True:
        part = connection.recv(1 << 16)
        if not part:
            raise IOError('the connection was closed')
        answer += part
        head, found, body = answer.partition(b'\r\n\r\n')
        length = re.search(rb'(?i)content-length: (\d+)', head)
        if found and (len(body) >= int(length.group(1)) if length else body.endswith(b'0\r\n\r\n')):
            return int(answer[9:12])


def drive(port, request, rate, count):
    """Posts so many letters, at a rate or one after the other; gives seconds, latencies by when due, statuses."""
    lock = threading.Lock()
    done = {'next': 0}
    statuses = collections.Counter()
    latencies = []
    begin = time.perf_counter()

    def client():
        with socket.create_connection(('127.0.0.1', port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while True:
                with lock:
                    mine = done['next']
                    done['next'] += 1
                if mine >= count:
                    return
                due = begin + mine / rate if rate else time.perf_counter()
                time.sleep(max(0, due - time.perf_counter()))
                statuses[post(connection, request)] += 1
                latencies.append((due - begin, time.perf_counter() - due))

    clients = [threading.Thread(target=client) for _ in range(CLIENTS if rate else 1)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return time.perf_counter() - begin, latencies, statuses


def measure(name, what, service, request, rate, count, threads):
    used, by_thread = service.used(), service.threads()
    seconds, by_due, statuses = drive(service.port, request, rate, count)
    latencies = sorted(latency for _, latency in by_due)
    each = 1e3 * (service.used() - used) / count
    middle, late = (1e3 * latencies[int(len(latencies) * share)] for share in (0.5, 0.99))
    print(f'{name} {what}: {each:.2f} ms of processor time a letter, {count / seconds:.0f} a second,'
          f' p50 {middle:.1f} ms, p99 {late:.1f} ms, {dict(statuses)}', flush=True)
    if threads:
        for key, later in sorted(service.threads().items(), key=lambda e: by_thread[e[0]] - e[1]):
            if later - by_thread[key] > 1e-5 * count:
                print(f'    {key:32s} {1e3 * (later - by_thread[key]) / count:.3f} ms')


def fresh(name, service, request, rate, seconds):
    """Has a new process answer at a rate at once, and says second by second how late it is."""
    _, by_due, statuses = drive(service.port, request, rate, rate * seconds)
    for second in range(seconds):
        late = sorted(latency for due, latency in by_due if second <= due < second + 1)
        print(f'{name} fresh, second {second + 1} at {rate} a second: p50 {1e3 * late[len(late) // 2]:.1f} ms,'
              f' longest {1e3 * late[-1]:.1f} ms', flush=True)
    print(f'{name} fresh: {dict(statuses)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('checkouts', nargs='+', metavar='NAME=FOLDER')
    parser.add_argument('--cold', type=int, default=1000, help='letters of a fresh process, one client; 1000')
    parser.add_argument('--fresh', type=int, default=0, help='seconds of another fresh process at 100 a second; 0')
    parser.add_argument('--block', type=int, default=500, help='that are measured together; 500')
    parser.add_argument('--warm-up', type=int, default=10000, help='letters before the turns; 10000')
    parser.add_argument('--warm-up-rate', type=float, default=100, help='letters a second meanwhile; 100')
    parser.add_argument('--rate', type=float, default=200, help='letters a second when warm; 200')
    parser.add_argument('--letters', type=int, default=4000, help='of each turn; 4000')
    parser.add_argument('--turns', type=int, default=3, help='of each checkout when warm; 3')
    parser.add_argument('--threads', action='store_true', help='say which threads took the time')
    parser.add_argument('--serve', default='', help='more options of the command serve')
    given = parser.parse_args()
    body = LETTER.read_bytes()
    request = (b'POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
               b'Prefer: wait=10\r\nContent-Length: %d\r\n\r\n' % len(body)) + body
    services = []
    try:
        for checkout in given.checkouts:
            name, _, folder = checkout.partition('=')
            if given.fresh:
                service = Service(folder, given.serve.split())
                try:
                    fresh(name, service, request, 100, given.fresh)
                finally:
                    service.close()
            service = Service(folder, given.serve.split())
            services.append((name, service))
            print(f'{name} started: {service.used():.2f} s of processor time')
            for first in range(0, given.cold, given.block):
                measure(name, f'cold, from letter {first}', service, request, 0, given.block, given.threads)
            if given.warm_up:
                drive(service.port, request, given.warm_up_rate, given.warm_up)
        for _ in range(given.turns):
            for name, service in services:
                measure(name, 'warm', service, request, given.rate, given.letters, given.threads)
    finally:
        for _, service in services:
            service.close()


if __name__ == '__main__':
    main()
