"""Torch checkpoints into bundles: ONNX, GGUF, quantisation, parity, and the command that does it all."""
