#!/usr/bin/env python3
"""Recomputes the hashes of scenarios, datasets, certificates and records of sweeps without anything of Bosett.

Usage: hashes.py FILE...      one line a file: scenarioHash datasetHash FILE ("-" where there is none);
                              of the sweep.json of a result folder a line for each of its hashes

A hash is the SHA-256 of JSON in the canonical form of RFC 8785. A scenario counts without $schema and
solver, a dataset as the list of its municipalities. Ends with 1 when a certificate or a record states
other hashes.
"""
import hashlib
import json
import sys


def number(value):
    """A double as ECMAScript's Number::toString writes it, from the shortest digits that repr finds."""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)  # where the point stands in the digits
    digits = whole + fraction
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    sign = "-" if value < 0 else ""
    if not digits:
        return "0"
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    if 0 < point <= 21:
        digits = digits.ljust(point, "0")
        return sign + (digits[:point] + "." + digits[point:]).rstrip(".")
    scale = "e%+d" % (point - 1)
    return sign + (digits[0] + "." + digits[1:]).rstrip(".") + scale


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)  # texts, true, false, null


def sha256(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def of_scenario(scenario):
    return sha256({k: v for k, v in scenario.items() if k not in ("$schema", "solver")})


def of_dataset(municipalities):
    """Of a dataset document: by id, without whereabouts and what is missing."""
    listed = []
    for m in sorted(municipalities, key=lambda m: m["id"]):
        cells = {i: {y: c for y, c in years.items() if c is not None} for i, years in m["indicators"].items()}
        entry = {"id": m["id"], "name": m.get("name", m["id"]), "indicators": {i: c for i, c in cells.items() if c}}
        listed.append({**entry, "county": m["county"]} if m.get("county") else entry)
    return sha256(listed)


def hashes(document):
    """The scenario's and the dataset's hash; None where the document has no such part."""
    if "municipalities" in document and "demand" not in document:
        return None, of_dataset(document["municipalities"])
    scenario = document.get("scenario", document)
    figures = document.get("dataset", scenario)
    listed = figures["municipalities"] if isinstance(figures, dict) else scenario.get("municipalities")
    return of_scenario(scenario), None if listed is None else sha256(listed)


def of_record(record):
    """The hashes of the record of a sweep."""
    return {"sweep": sha256(record["sweep"]), "scenario": of_scenario(record["scenario"]),
            "datasets": {dataset["id"]: of_dataset(dataset["municipalities"]) for dataset in record["datasets"]},
            "against": {name: sha256(fixed) for name, fixed in record["against"].items()}}


def fixed(persons):
    """Whole numbers by municipality as the hash of all takes them: {0301=12, 4601=7}; null when there are none."""
    return "null" if persons is None else "{%s}" % ", ".join("%s=%d" % one for one in persons.items())


def of_rows(record, found):
    """The hash of all that rows depend on: lines of hashes, of fixed allocations, and the size of a part."""
    lines = [found["sweep"], found["scenario"], *(of_dataset(d["municipalities"]) for d in record["datasets"])]
    lines += [name + fixed(one["persons"]) + fixed(one.get("minors")) for name, one in record["against"].items()]
    lines.append("%d" % record["partSize"])
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def lines_of_record(hashes):
    for part, found in hashes.items():
        if isinstance(found, dict):
            yield from ((one, "%s/%s" % (part, name)) for name, one in found.items())
        else:
            yield found, part


def stated(document):
    """The pairs of hashes that a certificate document states."""
    if "result" in document:
        yield document["hashes"]["scenario"], document["hashes"]["dataset"]
        certificate = document["result"]["certificate"]
        if certificate is not None:
            yield certificate["scenarioHash"], certificate["datasetHash"]


def main(files):
    differing = 0
    for file in files:
        with open(file, encoding="utf-8") as stream:
            document = json.load(stream, parse_int=float)
        if "partSize" in document:
            found = of_record(document)
            for one, part in lines_of_record(found):
                print(one, part, file)
            rows = of_rows(document, found)
            print(rows, "hash", file)
            differing += document.get("hashes", found) != found or document["hash"] != rows
            continue
        found = hashes(document)
        print(found[0] or "-", found[1] or "-", file)
        differing += sum(pair != found for pair in stated(document))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
