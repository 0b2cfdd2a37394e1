# Classes that are written in C have no parts to be walked.
import gc

print(type(gc.get_referents(int, type, object, ValueError, type(gc))), gc.get_objects(-1) != [])
