"""What goes beyond the pod: a learning note without names, checked for every name that is left. Pure."""
