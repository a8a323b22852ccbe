"""Installs peers, each in an environment of its own under build/peers or `$ANYMAL_PEERS`.

python benchmarks/peers/install.py transformers libmtmd
"""

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from benchmarks.peers.catalog import PEERS, PeerSpec, environments_folder


def install(peer: PeerSpec, folder: Path) -> bool:
    """Make the environment of `peer` below `folder`; False when pip failed."""
    target = folder / peer.name
    venv.create(target, with_pip=True)
    command = [str(target / "bin" / "python"), "-m", "pip", "install", "--quiet", *peer.packages]
    return subprocess.run(command, env={**os.environ, **peer.build}, check=False).returncode == 0


def main(argv: list[str] | None = None) -> int:
    """Install the named peers, all by default; 1 when one of them failed."""
    names = [name for name, peer in PEERS.items() if not peer.ours]
    parser = argparse.ArgumentParser(description="Install peers, each in its own environment.")
    parser.add_argument("names", nargs="*", metavar="PEER", help=f"of {', '.join(names)} (default: all)")
    wanted = parser.parse_args(argv).names or names
    if unknown := [name for name in wanted if name not in names]:
        parser.error(f"there is no peer {', '.join(unknown)}; there are {', '.join(names)}")
    failed = [name for name in wanted if not install(PEERS[name], environments_folder())]
    for name in failed:
        print(f"{name}: pip failed, see above; its environment is not usable", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
