"""What each function does to places: `Program` and `Slice` in, a `Summary` per function out.

A body is interpreted once, over the intermediate representation: values with the places where they live, whose data
they hold and what they depend on (`values`), the state at each point (`state`), one module of transfer functions for
each kind of construct (`transfer_...`), effects and summaries (`effects`, `summaries`).
"""
