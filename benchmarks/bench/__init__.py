"""`anymal bench`: latency, memory and energy of a bundle on this machine, beside the machine's limits.

Knows measuring and reporting; refuses to know how anything it measures works. Needs the extra `bench`.
"""
