"""Machines of their own for tests: each has its own network, processes and disk; one wire and one folder join them."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NET = "10.77.13"  # nobody else is in these networks
_WIRE = "wire"
# Its disk begins as this machine's and goes ways of its own: what it writes nobody else sees, and of `hidden`, where
# the tests write, it sees the shared folder alone.
_BOOT = r"""
set -e
disk=$1 hidden=$2 shared=$3 name=$4 address=$5; shift 5
mount --make-rprivate /
mount -t tmpfs disk "$disk"
mkdir "$disk/written" "$disk/work" "$disk/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/written,workdir=$disk/work" "$disk/root"
mount --bind /dev "$disk/root/dev"
mount -t proc proc "$disk/root/proc"
mount -t tmpfs hidden "$disk/root$hidden"
mkdir -p "$disk/root$shared"
mount --bind "$shared" "$disk/root$shared"
hostname "$name"
printf '127.0.0.1 localhost\n%s %s\n' "$address" "$name" > "$disk/root/etc/hosts"
exec chroot "$disk/root" "$@"
"""


def why_not() -> str | None:
    """Why there can be no such machines here; None: there can."""
    if os.geteuid() != 0 or shutil.which("ip") is None or shutil.which("unshare") is None:
        return "no machines of their own here: it needs root, ip (iproute2) and unshare (util-linux)"
    with tempfile.TemporaryDirectory() as folder:
        shared = Path(folder) / "shared"
        shared.mkdir()
        try:
            with wired() as lead, Machine("try", 9, Path(folder), shared, lead, ["true"]) as one:
                return None if one.process.wait() == 0 else "no machines of their own here: overlays are not allowed"
        except subprocess.CalledProcessError:
            return "no machines of their own here: namespaces are not allowed"


@contextmanager
def wired() -> Iterator["Lead"]:
    """The machine that leads: it has the disk of this one, and the wire that the others are on."""
    lead = Lead()
    try:
        lead.plug_in()
        yield lead
    finally:
        lead.pull_out()


class Lead:
    """Where the master runs and builds are begun."""

    def __init__(self) -> None:
        self.address = self.address_of(1)
        self.net = f"khabar-{os.getpid()}-lead"
        self.within = ["ip", "netns", "exec", self.net]
        self._processes: list[subprocess.Popen[bytes]] = []

    def address_of(self, number: int) -> str:
        """Where a machine is on its wire."""
        return f"{_NET}.{number}"

    def plug_in(self) -> None:
        """Gives it a network."""
        _ip("netns", "add", self.net)
        _ip("-n", self.net, "link", "set", "lo", "up")
        _ip("-n", self.net, "link", "add", _WIRE, "type", "bridge")
        _ip("-n", self.net, "address", "add", f"{self.address}/24", "dev", _WIRE)
        _ip("-n", self.net, "link", "set", _WIRE, "up")

    def start(self, command: list[str], log: Path) -> None:
        """Begins what it does beside the builds."""
        with log.open("ab") as said:
            self._processes.append(subprocess.Popen([*self.within, *command], stdout=said, stderr=said))

    def pull_out(self) -> None:
        """Ends what it does and takes its network away."""
        for process in self._processes:
            process.kill()
            process.wait()
        with suppress(subprocess.CalledProcessError):
            _ip("netns", "delete", self.net)


class Machine:
    """One that does what the command says until it is killed."""

    def __init__(self, name: str, number: int, hidden: Path, shared: Path, lead: Lead, command: list[str]) -> None:
        self.address = lead.address_of(number)
        self._net, self._lead, self._end = f"khabar-{os.getpid()}-{name}", lead, f"to-{name}"
        self._disk = Path(tempfile.mkdtemp(prefix="khabar-disk-"))
        self._log = (hidden / f"{name}.log").open("ab")
        try:
            self._plug_in()
        except subprocess.CalledProcessError:
            self.__exit__()
            raise
        apart = ["unshare", "--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child"]
        boot = ["sh", "-c", _BOOT, "boot", str(self._disk), str(hidden), str(shared), name, self.address]
        self.process = subprocess.Popen(
            ["ip", "netns", "exec", self._net, *apart, *boot, *command], stdout=self._log, stderr=self._log
        )

    def _plug_in(self) -> None:
        _ip("netns", "add", self._net)
        _ip("-n", self._net, "link", "set", "lo", "up")
        _ip("-n", self._lead.net, "link", "add", self._end, "type", "veth", "peer", "name", _WIRE, "netns", self._net)
        _ip("-n", self._lead.net, "link", "set", self._end, "master", _WIRE, "up")
        _ip("-n", self._net, "address", "add", f"{self.address}/24", "dev", _WIRE)
        _ip("-n", self._net, "link", "set", _WIRE, "up")

    def cut(self) -> None:
        """Cuts its wire; it goes on by itself."""
        _ip("-n", self._lead.net, "link", "set", self._end, "down")

    def kill(self) -> None:
        """Takes its power: no process of it does anything more."""
        self.process.kill()
        self.process.wait()

    def pids(self) -> list[int]:
        """Its processes, as they are numbered here."""
        told = subprocess.run(["ip", "netns", "pids", self._net], capture_output=True, text=True, check=True)
        return [int(pid) for pid in told.stdout.split()]

    def __enter__(self) -> "Machine":
        return self

    def __exit__(self, *_: object) -> None:
        if hasattr(self, "process"):
            self.kill()
        self._log.close()
        for command in (("netns", "delete", self._net), ("-n", self._lead.net, "link", "delete", self._end)):
            with suppress(subprocess.CalledProcessError):
                _ip(*command)
        shutil.rmtree(self._disk, ignore_errors=True)


def _ip(*told: str) -> None:
    subprocess.run(["ip", *told], check=True, capture_output=True)
