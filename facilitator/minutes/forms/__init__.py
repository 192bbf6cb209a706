"""The forms that people use: each module makes one of a `Document`, and of nothing else."""
