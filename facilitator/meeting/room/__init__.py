"""What everyone in the room may see: a narrow state of its own, its file, its words and its page.

`make` alone knows the session. What shows the room (`watch`, `face`, `page`, `publish`, the screen) never
imports it, so nothing else can reach a shared window.
"""
