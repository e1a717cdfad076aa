#!/usr/bin/env python3
"""Measures a sweep in process and on Spark, one run after the other, appends one JSON line for all of
them to benchmarks/results/sweep.jsonl, and has the page beside it written:

    python3 src/sweep/measure.py --note "nothing else ran"

Needs target/bosett-sweep.jar, target/spark-home (CONTRIBUTING.md) and a build of the program. Each place
runs with two sizes, so that the page can tell starting and warming up from what a point takes. Then each place
runs again on two finished folders, where a task only finds that its part is there: the difference is what a
task takes. Processor time is that of all processes of a run. Ends what it starts; listens on loopback.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

OPENED = ("java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent "
          "java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action "
          "sun.util.calendar").split()
# As ./bosett starts it.
TUNING = ["-XX:+UseSerialGC"]
TOP = pathlib.Path(__file__).resolve().parents[2]


class Processes:
    """Starts processes, and adds up the processor time of those that have ended, children included."""

    def __init__(self, folder, home):
        self.folder, self.home, self.processor, self.running = folder, home, 0.0, []

    def start(self, name, command):
        env = dict(os.environ, SPARK_HOME=str(self.home), SPARK_LOCAL_IP="127.0.0.1",
                   SPARK_SCALA_VERSION="2.13", SPARK_LOCAL_DIRS=str(self.folder / "local"))
        log = open(self.folder / (name + ".log"), "wb")
        process = subprocess.Popen(command, env=env, stdout=log, stderr=subprocess.STDOUT, cwd=TOP)
        self.running.append(process)
        return process

    def spark(self, name, *arguments):
        opened = ["--add-opens=java.base/%s=ALL-UNNAMED" % room for room in OPENED]
        return self.start(name, ["java", "-Xmx512m", *opened, "-cp", "%s/jars/*" % self.home,
                                 "-Dspark.master.rest.enabled=false", *arguments])

    def found(self, name, pattern):
        until = time.monotonic() + 180
        while time.monotonic() < until:
            match = re.search(pattern, (self.folder / (name + ".log")).read_text())
            if match:
                return match.group(1)
            time.sleep(0.2)
        raise SystemExit("%s has not said %s" % (name, pattern))

    def ended(self, name, process):
        self.running.remove(process)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.processor += used.ru_utime + used.ru_stime
        return (self.folder / (name + ".log")).read_text(), process.returncode

    def end_all(self):
        for process in reversed(list(self.running)):
            process.terminate()
            self.ended("master", process)


def in_process(processes, document, out, threads):
    command = ["java", *TUNING, "-cp", ARGUMENTS.classpath, "io.bosett.cli.Main", "sweep", "run", document,
               "--out", str(out), "--threads", str(threads)]
    return processes.ended("run", processes.start("run", command))


def on_spark(processes, document, out, workers):
    master = "local[2]"
    if workers:
        host = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
        processes.spark("master", "org.apache.spark.deploy.master.Master", *host)
        master = processes.found("master", r"Starting Spark master at (spark://\S+)")
        for worker in range(workers):
            name = "worker%d" % worker
            processes.spark(name, "org.apache.spark.deploy.worker.Worker", *host, "--cores", "1", "--memory", "1g",
                            "--work-dir", str(processes.folder / name), master)
            processes.found(name, "(Successfully registered with master)")
    start = time.monotonic()
    driver = processes.spark(
        "driver", "org.apache.spark.deploy.SparkSubmit", "--master", master, "--conf", "spark.driver.host=127.0.0.1",
        "--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.ui.enabled=false",
        "--conf", "spark.executor.memory=512m", "--class", "io.bosett.sweep.spark.SweepJob",
        str(TOP / "target" / "bosett-sweep.jar"), document, "--out", out.as_uri())
    log, code = processes.ended("driver", driver)
    seconds = time.monotonic() - start
    for worker in range(workers):  # an executor counts once its worker has seen its end
        processes.found("worker%d" % worker, "Executor app.* (finished) with state")
    processes.end_all()
    return log, code, seconds


def written(folder, points):
    """The folder, with the document of a sweep of so many points."""
    document = json.loads((TOP / "models/sweeps/weights.json").read_text())
    document["draws"]["count"] = points
    document["scenario"] = str(TOP / "models/norway-2018/letter.json")
    (folder / "sweep.json").write_text(json.dumps(document))
    return folder


def measured(where, threads, points, run, finished=None):
    """A run on a folder of its own, or on a finished one."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sweep"))
    processes = Processes(folder, pathlib.Path(ARGUMENTS.home).resolve())
    try:
        place = finished or written(folder, points)
        start = time.monotonic()
        log, code, *seconds = run(processes, str(place / "sweep.json"), place / "out")
        wall = seconds[0] if seconds else time.monotonic() - start
        if code != 0:
            raise SystemExit("%s ended with %d:\n%s" % (where, code, log[-2000:]))
        certified = json.loads((place / "out/run.json").read_text())["certified"]
        if certified != (0 if finished else points):
            raise SystemExit("%s: %d of %d points certified" % (where, certified, points))
        parts = list((place / "out/points").iterdir())
        return {"where": where, "threads": threads, "points": points, "seconds": round(wall, 2),
                "processorSeconds": round(processes.processor, 2), "tasks": len(parts),
                "bytes": sum(part.stat().st_size for part in parts), "found": finished is not None}
    finally:
        processes.end_all()
        shutil.rmtree(folder)


def numbers(text):
    return sorted(int(number) for number in text.split(","))


def together():
    places = [("in process", 1, lambda p, d, o: in_process(p, d, o, 1)),
              ("in process", 2, lambda p, d, o: in_process(p, d, o, 2)),
              ("Spark, local[2]", 2, lambda p, d, o: on_spark(p, d, o, 0)),
              ("Spark, 1 worker", 1, lambda p, d, o: on_spark(p, d, o, 1)),
              ("Spark, 2 workers", 2, lambda p, d, o: on_spark(p, d, o, 2))]
    runs = []
    for where, threads, run in places:
        for points in numbers(ARGUMENTS.points):
            runs.append(measured(where, threads, points, run))
            print(json.dumps(runs[-1]), flush=True)
    for points in numbers(ARGUMENTS.found):
        with tempfile.TemporaryDirectory(prefix="found") as name:
            finished = written(pathlib.Path(name), points)
            processes = Processes(finished, None)
            if in_process(processes, str(finished / "sweep.json"), finished / "out", 2)[1] != 0:
                raise SystemExit((finished / "run.log").read_text()[-2000:])
            for where, threads, run in places[2:]:
                runs.append(measured(where, threads, points, run, finished))
                print(json.dumps(runs[-1]), flush=True)
    return runs


def origin():
    commit = subprocess.run(["git", "describe", "--always", "--dirty=+", "--exclude=*", "--abbrev=12"],
                            capture_output=True, text=True, cwd=TOP)
    at = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    command = "python3 src/sweep/measure.py " + " ".join(shlex.quote(word) for word in sys.argv[1:])
    return {"commit": commit.stdout.strip(), "at": at, "command": command.strip(), "machine": ARGUMENTS.machine}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", default="10000,40000", help="two numbers of points")
    parser.add_argument("--found", default="10000,400000", help="two numbers of points of finished folders")
    parser.add_argument("--home", default=str(TOP / "target/spark-home"))
    parser.add_argument("--classpath", default="target/bosett.jar:target/lib/*")
    parser.add_argument("--machine", default="%d processors" % os.cpu_count())
    parser.add_argument("--note", default="")
    parser.add_argument("--out", default=str(TOP / "benchmarks/results/sweep.jsonl"))
    parser.add_argument("--no-page", action="store_true", help="only append the line")
    ARGUMENTS = parser.parse_args()
    line = {"origin": origin(), "note": ARGUMENTS.note, "runs": together()}
    with open(ARGUMENTS.out, "a") as lines:
        lines.write(json.dumps({"together": line}) + "\n")
    if not ARGUMENTS.no_page:
        page = ["./bosett", "benchmark", "sweep", "--parts", "0", "--points", "0", "--out", ARGUMENTS.out]
        subprocess.run(page, check=True, cwd=TOP)
