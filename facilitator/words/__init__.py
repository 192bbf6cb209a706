"""What the program says: gettext, and dates, times and durations as people read them."""
