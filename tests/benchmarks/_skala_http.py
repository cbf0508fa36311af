"""A real ``datasette serve`` of its own, and clients that ask it over HTTP and note how long it takes."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ingest.serving import HOST

START = 180
"""So many seconds a server may take to answer for the first time."""

Probe = Callable[[bytes], str | None]
"""Body of an answer -> what is wrong with it."""


@dataclass
class Zeiten:
    """Milliseconds of answers, and what was wrong with some."""

    ms: list[float] = field(default_factory=list)
    fehler: list[str] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """Milliseconds that so large a share of the answers stays below."""
        ordered = sorted(self.ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def __str__(self) -> str:
        return f"{self.quantile(0.5):8.1f} {self.quantile(0.95):8.1f}"


@dataclass(frozen=True)
class Server:
    """A running process and its port; ``sekunden`` until it first answered."""

    pid: int
    port: int
    sekunden: float

    def memory(self, name: str = "VmRSS") -> float:
        """Megabytes in memory; ``VmHWM`` is the most that it ever was. 0 where the system does not tell."""
        path = Path(f"/proc/{self.pid}/status")
        if not path.exists():
            return 0.0
        line = next(line for line in path.read_text().splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) / 1024

    def ask(self, paths: Sequence[str], probe: Probe, rounds: int = 1, seconds: float = 60) -> Zeiten:
        """One client: each address ``rounds`` times, for about so long at most; addresses are mixed, not in a row."""
        zeiten = Zeiten()
        conn = http.client.HTTPConnection(HOST, self.port, timeout=120)
        end = time.perf_counter() + seconds
        for path in [*paths] * rounds:
            begin = time.perf_counter()
            conn.request("GET", path)
            answer = conn.getresponse()
            body = answer.read()
            zeiten.ms.append((time.perf_counter() - begin) * 1000)
            wrong = f"status {answer.status}" if answer.status != 200 else probe(body)
            if wrong:
                zeiten.fehler.append(f"{path}: {wrong}")
            if time.perf_counter() > end:
                break
        conn.close()
        return zeiten

    def crowd(self, clients: int, paths: Sequence[str], probe: Probe, rounds: int = 1, seconds: float = 30) -> Zeiten:
        """Several clients at once, each beginning at another address."""
        found = Zeiten()

        def client(number: int) -> None:
            at = number * len(paths) // clients
            try:
                own = self.ask([*paths[at:], *paths[:at]], probe, rounds, seconds)
            except (OSError, http.client.HTTPException) as error:
                own = Zeiten(fehler=[repr(error)])
            found.ms += own.ms
            found.fehler += own.fehler

        threads = [threading.Thread(target=client, args=[number]) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return found


@contextmanager
def serving(arguments: Sequence[str], log: Path) -> Iterator[Server]:
    """A server of its own, until the block ends; ``arguments`` follow the interpreter, ``{port}`` is filled in.

    Raises ``RuntimeError`` with the end of its log when it does not answer.
    """
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    begin = time.perf_counter()
    command = [sys.executable, *(part.replace("{port}", str(port)) for part in arguments)]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, cwd=log.parent) as process:
        try:
            while not _answers(port):
                if process.poll() is not None or time.perf_counter() - begin > START:
                    raise RuntimeError(f"no answer: {log.read_text(errors='replace')[-2000:]}")
                time.sleep(0.05)
            yield Server(process.pid, port, time.perf_counter() - begin)
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    conn = http.client.HTTPConnection(HOST, port, timeout=START)
    try:
        conn.request("GET", "/-/versions.json")
        return conn.getresponse().status == 200
    except OSError:
        return False
    finally:
        conn.close()
