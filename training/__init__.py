"""The nano recipe: generated language, drawn and recorded senses, contrastive encoders, aligners.

Build time only; nothing on the device imports it.
"""
