"""The same model in other people's runtimes, side by side in one run.

Knows peers, their environments and figures; refuses to know how any of them works inside.
"""
