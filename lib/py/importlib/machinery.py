"""The parts of the import system."""
from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec
from _frozen_importlib_external import NamespaceLoader, PathFinder, SourceFileLoader

__all__ = ["BYTECODE_SUFFIXES", "BuiltinImporter", "EXTENSION_SUFFIXES", "FrozenImporter", "ModuleSpec",
           "NamespaceLoader", "PathFinder", "SOURCE_SUFFIXES", "SourceFileLoader", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that hold modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
