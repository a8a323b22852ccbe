"""Run by the Python of the optimum environment, never imported: one transformers folder to ONNX.

Knows optimum-onnx's `onnx_export_from_model` and nothing of this project, which is not installed there.

    python optimum_worker.py FOLDER OUT OPSET
"""

import sys
from pathlib import Path

from optimum.exporters.onnx import onnx_export_from_model  # type: ignore[import-not-found]
from transformers import AutoModel


def main() -> None:
    """Export the model in FOLDER into the folder OUT; failures end in a last line for the caller."""
    folder, out, opset = sys.argv[1:]
    model, found = AutoModel.from_pretrained(folder, output_loading_info=True, local_files_only=True)
    missing = sorted(found["missing_keys"])
    if missing:
        # transformers would go on with random numbers.
        sys.exit(f"{len(missing)} weights have another name in this transformers, first {missing[0]}")
    onnx_export_from_model(
        model,
        Path(out),
        task="feature-extraction",
        opset=int(opset),
        do_validation=False,  # the caller compares with torch itself, on real samples
        no_post_process=True,
    )


if __name__ == "__main__":
    main()
