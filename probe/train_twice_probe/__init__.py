"""The observer of Train Twice: sees inside the training's Python processes what decides whether it can be done again.

Standard library only, Python 3.8 to 3.14. It changes no result: it never draws a random number, never imports a module that
the training does not import, keeps what it wraps callable, picklable and inspectable as before, and is silent on any fault.
"""
