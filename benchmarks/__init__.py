"""How fast facilitator is, beside something bare that does the same: `python -m benchmarks`.

Each figure is a ratio of two things that were measured in turn, in the same run, on the same machine, so that
it means something on any machine. Nothing here fails because something is slow: the goal stands beside it.
"""
