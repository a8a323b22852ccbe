#!/usr/bin/env bash
# Every GPU benchmark on the machine this runs on; results go to $1 (default: benchmarks/results).
# Each one is tried even when another fails; the exit code tells whether any did.
set -uo pipefail
cd "$(dirname "$0")/../.."
out=${1:-benchmarks/results}
python=${PYTHON:-python3}
bundle=${BUNDLE:-nano}
date=$(date +%F)
export ORT_DISABLE_TELEMETRY=1 ANYMAL_CACHE=${ANYMAL_CACHE:-$(mktemp -d)}
mkdir -p "$out"
failed=0
attempt() {
  local name=$1
  shift
  echo "== $name"
  timeout "${LIMIT_S:-240}" "$python" "benchmarks/gpu/$name.py" "$@" --output "$out/gpu_$name-$date.json" || failed=1
}

"$python" -m anymal.runtime.cli doctor --bundle "$bundle" || true
attempt cuda_wrapper
# Graphs that GPUs take: fp32, fp16, int8-qdq. GRAPHS is a folder of them; a bundle's int8 is for CPUs.
if [ -n "${GRAPHS:-}" ]; then
  attempt encoder_rows "$GRAPHS"/*.onnx ${TENSORRT:+--tensorrt}
  [ -z "${RTX:-}" ] || attempt rtx_on_this_gpu "$GRAPHS"/*.onnx
fi
attempt llm_rows --bundle "$bundle"
attempt end_to_end --bundle "$bundle"
exit $failed
