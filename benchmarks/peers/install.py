"""Installs peers, each in an environment of its own under build/peers or `$ANYMAL_PEERS`.

python benchmarks/peers/install.py transformers libmtmd
python benchmarks/peers/install.py llama-server --jobs 1

What was compiled stays in a work folder until the whole is there, so that a second call goes on from there.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from benchmarks.peers.catalog import LLAMA, MARKER, PEERS, PeerSpec, environments_folder

LLAMA_SERVER = (
    "-DCMAKE_BUILD_TYPE=Release",
    "-DBUILD_SHARED_LIBS=OFF",
    "-DLLAMA_BUILD_SERVER=ON",
    "-DLLAMA_BUILD_TESTS=OFF",
    "-DLLAMA_BUILD_EXAMPLES=OFF",
    "-DLLAMA_OPENSSL=OFF",
    "-DLLAMA_BUILD_UI=OFF",
    "-DLLAMA_USE_PREBUILT_UI=OFF",  # it would be fetched from a hub
)


def install(peer: PeerSpec, folder: Path, jobs: int) -> bool:
    """Make the environment of `peer` below `folder`; False when pip or a compiler failed.

    `jobs` compile at once. One that is there, whole and of the same packages, is left as it is.
    """
    target = folder / peer.name
    packages = "\n".join((*peer.packages, peer.program))
    if (marker := target / MARKER).is_file() and marker.read_text(encoding="utf-8") == packages:
        return True
    marker.unlink(missing_ok=True)
    if not _filled(target, peer, folder, jobs):
        return False
    marker.write_text(packages, encoding="utf-8")
    return True


def _filled(target: Path, peer: PeerSpec, folder: Path, jobs: int) -> bool:
    venv.create(target, with_pip=True)
    pip = [str(target / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    # pip would take a wheel out of its cache that was built with other options.
    pip += ["--no-cache-dir"] if peer.build else []
    # torch first and pinned, so that nothing else pulls another build of it.
    first = tuple(package for package in peer.packages if package.startswith("torch=="))
    for packages in (first, peer.packages):
        if packages and not _run([*pip, *packages], peer):
            return False
    remove = [*pip[:3], "uninstall", "--quiet", "--yes", *peer.without]
    if peer.without and not _run(remove, peer):
        return False
    work = folder / f"{peer.name}.work"
    return peer.program != "llama-server" or _build_llama_server(target, peer, work, jobs)


def _build_llama_server(target: Path, peer: PeerSpec, work: Path, jobs: int) -> bool:
    """Compile llama-server in `work` from the very source that the bindings are built of."""
    if not shutil.which("cmake"):
        print("llama-server: cmake is missing; install it, and a C++ compiler", file=sys.stderr)
        return False
    source, built = work / "source", work / "built"
    if not source.is_dir() and not _unpack(peer, work, source):
        return False
    root = next(source.glob("*/vendor/llama.cpp"))
    steps = (
        ["cmake", "-S", str(root), "-B", str(built), *LLAMA_SERVER],
        ["cmake", "--build", str(built), "--target", "llama-server", "-j", str(jobs)],
    )
    if not all(_run(step, peer) for step in steps):
        return False
    shutil.copy2(built / "bin" / "llama-server", target / "bin" / "llama-server")
    shutil.rmtree(work)
    return True


def _unpack(peer: PeerSpec, work: Path, source: Path) -> bool:
    """Fetch the bindings' source package; `source` appears whole or not at all."""
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    if not _run([*fetch, "--dest", str(work), LLAMA], peer):
        return False
    staged = source.with_name(f"{source.name}.staged")
    shutil.rmtree(staged, ignore_errors=True)
    with tarfile.open(next(work.glob("*.tar.gz"))) as package:
        package.extractall(staged, filter="data")
    staged.replace(source)
    return True


def _run(command: Sequence[str], peer: PeerSpec) -> bool:
    return subprocess.run(command, env={**os.environ, **peer.build}, check=False).returncode == 0


def main(argv: list[str] | None = None) -> int:
    """Install the named peers, all by default; 1 when one of them failed."""
    names = [name for name, peer in PEERS.items() if not peer.ours and not peer.environment]
    parser = argparse.ArgumentParser(description="Install peers, each in its own environment.")
    parser.add_argument("names", nargs="*", metavar="PEER", help=f"of {', '.join(names)} (default: all)")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="compilers at once (%(default)s)"
    )
    given = parser.parse_args(argv)
    wanted = given.names or names
    if unknown := [name for name in wanted if name not in names]:
        parser.error(f"there is no peer {', '.join(unknown)}; there are {', '.join(names)}")
    failed = [name for name in wanted if not install(PEERS[name], environments_folder(), given.jobs)]
    for name in failed:
        print(f"{name}: it failed, see above; its environment is not usable", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
