#!/usr/bin/env python3
"""Runs one sweep over the letter in process and then, by the same jar of the job, on several versions of
Spark, and compares every file but the log of the run byte for byte:

    python3 src/sweep/versions.py                    # 3,000 points, all versions, local[2]
    python3 src/sweep/versions.py --workers 1 4.0.4  # on a master and one worker, as processes

Needs target/bosett-sweep.jar (CONTRIBUTING.md) and a build of the program; Maven fetches what Spark needs
into target/spark-VERSION, 200 MB each, once. A version may name its Scala: 3.5.9-2.12. Ends what it
starts; listens on loopback. Ends with 1 when a file differs, and leaves the folders to be looked at.
"""
import argparse
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import measure

VERSIONS = ["3.5.9-2.12", "3.5.9", "4.0.4", "4.1.3", "4.2.0"]


def home(version):
    """The home of a version, which is made when it is not there."""
    folder = measure.TOP / "target" / ("spark-" + version)
    if not (folder / "jars").is_dir():
        number, _, scala = version.partition("-")
        subprocess.run(["mvn", "-B", "-ntp", "-q", "-f", str(measure.TOP / "src/sweep/spark-home"), "package",
                        "-Dspark.version=" + number, "-Dspark.module=spark-sql_" + (scala or "2.13"),
                        "-Dhome=" + str(folder)], check=True)
    return folder


def hashes(out):
    return {str(file.relative_to(out)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(out.rglob("*"))
            if file.is_file() and file.name not in ("run.json", ".lock")}


def run(name, place, folder, action):
    """Runs the sweep, and gives the hashes of its files."""
    out = folder / name
    logs = folder / (name + "-logs")
    logs.mkdir()
    processes = measure.Processes(logs, place)
    try:
        log, code, *_ = action(processes, str(folder / "sweep.json"), out)
    finally:
        processes.end_all()
    if code != 0:
        raise SystemExit("%s ended with %d:\n%s" % (name, code, log[-2000:]))
    return hashes(out)


def main(folder):
    document = json.loads((measure.TOP / "models/sweeps/weights.json").read_text())
    document["draws"]["count"] = ARGUMENTS.points
    document["scenario"] = str(measure.TOP / "models/norway-2018/letter.json")
    (folder / "sweep.json").write_text(json.dumps(document))
    expected = run("in-process", folder, folder, lambda p, d, o: measure.in_process(p, d, o, 2))
    differing = 0
    for version in ARGUMENTS.versions or VERSIONS:
        found = run("spark-" + version, home(version), folder,
                    lambda p, d, o: measure.on_spark(p, d, o, ARGUMENTS.workers))
        other = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
        differing += len(other)
        where = "%d workers" % ARGUMENTS.workers if ARGUMENTS.workers else "local[2]"
        print("Spark %s, %s: %d files, %s" % (version, where, len(found), "not the same: " + ", ".join(other)
                                              if other else "the bytes of the run in process"), flush=True)
    return differing


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("versions", nargs="*", help="default: " + " ".join(VERSIONS))
    parser.add_argument("--points", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=0, help="of a cluster; 0: threads of the driver")
    parser.add_argument("--classpath", default="target/bosett.jar:target/lib/*")
    ARGUMENTS = measure.ARGUMENTS = parser.parse_args()
    place = pathlib.Path(tempfile.mkdtemp(prefix="versions"))
    if main(place):
        print("see " + str(place))
        sys.exit(1)
    shutil.rmtree(place)
