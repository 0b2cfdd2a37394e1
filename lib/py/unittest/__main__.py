"""python -m unittest NAMES..."""
from .main import TestProgram

TestProgram(module=None)
