"""Torch modules, used at build time only: encoders, aligners, the reference multimodal forward."""
