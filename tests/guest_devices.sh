#!/usr/bin/env bash
# Runs inside a virtual machine with real Linux devices (/dev/video0 by the vivid driver,
# an ALSA card, a USB serial port), as root:
#   guest.sh run DIR tests/guest_devices.sh
# The host's files are read-only there and its /tmp is the guest's own, so the virtual environment must
# lie elsewhere: .venv of this checkout is taken, else the system's python3.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
python=$PWD/.venv/bin/python
[ -x "$python" ] || python=python3
status=0
"$python" -m tests.guest_camera || status=1
"$python" -m tests.guest_parts || status=1
exit $status
