"""What is to happen: the model of an agenda, reading and checking it, fitting it."""
