"""Proves openapi.yaml against the running server with schemathesis, in a bounded run that can be repeated.

usage: prove.py BINARY [--seed N] [--examples N] [ARGUMENT OF SCHEMATHESIS...]

Starts BINARY with a new database and the sample people on a free port, files a few cases, drafts and files so that there
is something to find, and sends generated requests to every operation, right ones and wrong ones, with the same seed each
time. Every answer must be one that the description names: status, media type, headers, schema; none may be a fault of
ours (5xx). hooks.py puts ids of what is really there into a part of the requests, so that not all end at "not found".
Exits with 1 when something is found. The seed is printed: give it with --seed to repeat a run.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
#: The same on every run, unless another one is asked for.
SEED = 20260302
#: Generated requests per operation in each of the phases that generate; about one minute on two cores.
EXAMPLES = 100
TODAY = "2026-03-02"
#: A day on which the platform begins, so that a day, a week and a month are over on the day of the run.
BEGAN = "2026-02-26"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """The program under test, on its own database; it prints the token and the posts of the sample officers."""

    def __init__(self, binary: str, folder: str, today: str = TODAY):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/api/v1"
        key = Path(folder) / "master.key"
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)
        self.path = Path(folder) / "server.log"
        self.log = open(self.path, "w")
        self.process = subprocess.Popen(
            [binary, "serve", "--demo", "--today", today, "--port", str(self.port), "--master-key", str(key),
             "--database", str(Path(folder) / "prove.sqlite"), "--folder", str(ROOT)],
            stdout=self.log, stderr=subprocess.STDOUT)
        for _ in range(600):
            if self.process.poll() is not None:
                raise SystemExit("the server stopped:\n" + self.path.read_text())
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit("the server did not start within a minute")
        lines = self.path.read_text().splitlines()
        self.token = next(line for line in lines if "tongban_" in line).split("：")[-1].strip()
        self.posts = {line.split("\t")[0]: line.split("\t")[-1] for line in lines if line.count("\t") == 3 and "@" in line}
        self.persons = {line.split("\t")[1]: line.split("\t")[-1] for line in lines if "\tcitizen\t" in line}

    def send(self, method: str, path: str, body=None, headers=None) -> dict:
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        request = urllib.request.Request(self.base + path, data=data, method=method, headers={
            "Authorization": f"Bearer {self.token}", "Content-Type": kind, **(headers or {})})
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}")

    def reports(self) -> list:
        """Reports that the leader made by itself; it needs some seconds for the first ones."""
        for _ in range(240):
            items = self.send("GET", "/reports?limit=100")["items"]
            if {entry["every"] for entry in items} >= {"day", "week", "month"}:
                return items
            time.sleep(0.5)
        raise SystemExit("no report was made within two minutes")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()


def prepare(server: Served) -> dict:
    """Files what the requests can then find; gives the ids by kind."""
    keys = iter(range(1000))

    def command(path: str, body=None) -> dict:
        return server.send("POST", path, body, {"Idempotency-Key": f"prepare-{next(keys)}"})

    filing = {
        "service": "food-business-licence", "region": "yuzhong", "applicant": {"code": "91500103MA9TB0018J"},
        "agent": server.persons["王芳"],
        "answers": {"renewal": False, "business_kind": "bulk_sale", "area": 60,
                    "premises.address": "重庆市渝中区示例路18号1层"},
        "promised": ["food-safety-promise"],
    }
    cases = [command("/cases", filing)["id"] for _ in range(4)]
    for case in cases[:2]:
        command(f"/cases/{case}/actions/accept", {"post": server.posts["clerk"]})
    command(f"/cases/{cases[0]}/tasks/review/results/meets", {"post": server.posts["reviewer"]})
    command(f"/cases/{cases[0]}/tasks/approve/results/grant", {"post": server.posts["approver"]})
    drafts = [command("/drafts", filing)["id"] for _ in range(60)]
    state = server.send("GET", f"/cases/{cases[0]}")
    delegations = server.send("GET", f"/delegations?applicant={state['applicant']}")["items"]
    certificates = server.send("GET", f"/certificates?holder={state['applicant']}")["items"]
    # Requests delete some of them on the way.
    plan = {"draft": drafts[-1], "need": "layout-plan", "name": "平面图.pdf", "size": 300_000}
    uploads = [command("/uploads", plan)["id"] for _ in range(40)]
    server.send("PUT", f"/uploads/{uploads[0]}/pieces/1", b"%PDF-1.4" + bytes(262_136))
    return {
        "token": server.token, "case": cases, "draft": drafts[:-1], "upload": uploads,
        "post": list(server.posts.values()), "applicant": [state["applicant"]],
        "certificate": [entry["id"] for entry in certificates], "number": [entry["number"] for entry in certificates],
        "delegation": [entry["id"] for entry in delegations], "agent": [entry["agent"] for entry in delegations],
        "service": ["food-business-licence", "water-connection", "mortgage-release", "prepacked-food-filing"],
        "region": ["yuzhong", "chongqing"], "unit": ["yuzhong-market", "yuzhong-market-food"],
        "report": [entry["id"] for entry in server.reports()], "form": ["html", "pdf", "xlsx", "json"],
        "list": [entry["id"] for entry in server.send("GET", "/lists")["items"]],
        "action": ["accept", "withdraw", "tell_deficiency", "complete"], "task": ["review", "approve", "deliver"],
        "result": ["meets", "grant", "refuse"], "need": ["layout-plan", "food-safety-promise"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--examples", type=int, default=EXAMPLES)
    options, more = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        Served(options.binary, folder, BEGAN).stop()
        server = Served(options.binary, folder)
        try:
            known = Path(folder) / "known.json"
            known.write_text(json.dumps(prepare(server)))
            print(f"schemathesis with seed {options.seed}, {options.examples} examples for each operation", flush=True)
            began = time.monotonic()
            done = subprocess.run(
                [str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml"),
                 "run", str(ROOT / "openapi.yaml"), "--url", server.base, "--seed", str(options.seed),
                 "--max-examples", str(options.examples), "--no-color", *more],
                cwd=folder, env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE),
                                 "TONGBAN_KNOWN": str(known), "TONGBAN_TOKEN": server.token})
            print(f"seed {options.seed}, {time.monotonic() - began:.0f} seconds", flush=True)
            if server.process.poll() is not None:
                print("the server stopped:\n" + server.path.read_text()[-4000:])
                return 1
            return done.returncode
        finally:
            server.stop()
            if "defect" in (text := server.path.read_text()):
                print("\n".join(line for line in text.splitlines() if "defect" in line)[-8000:])


if __name__ == "__main__":
    sys.exit(main())
