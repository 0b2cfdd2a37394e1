import sys

del sys.modules[__package__]
