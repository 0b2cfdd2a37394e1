"""What operators do, as functions; and callables that get items or attributes or call methods."""
from _operator import *
from _operator import (add, and_, call, concat, contains, delitem, eq, floordiv, ge, getitem, gt, iadd,
                       iand, iconcat, ifloordiv, ilshift, imatmul, imod, imul, index, inv, invert, ior, ipow, irshift,
                       isub, itruediv, ixor, le, lshift, lt, matmul, mod, mul, ne, neg, not_, or_, pos, pow as pow,
                       rshift, setitem, sub, truediv, xor)

__all__ = ["abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv",
           "ge", "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul",
           "index", "indexOf", "inv", "invert", "ior", "ipow", "irshift", "is_", "is_not", "isub", "itemgetter",
           "itruediv", "ixor", "le", "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg",
           "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor"]

__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __index__, __inv__, __invert__, __neg__, __pos__ = not_, abs, index, inv, invert, neg, pos
__add__, __sub__, __mul__, __matmul__, __truediv__, __floordiv__ = add, sub, mul, matmul, truediv, floordiv
__mod__, __pow__, __lshift__, __rshift__, __and__, __xor__, __or__ = mod, pow, lshift, rshift, and_, xor, or_
__iadd__, __isub__, __imul__, __imatmul__, __itruediv__ = iadd, isub, imul, imatmul, itruediv
__ifloordiv__, __imod__, __ipow__, __ilshift__, __irshift__ = ifloordiv, imod, ipow, ilshift, irshift
__iand__, __ixor__, __ior__, __iconcat__ = iand, ixor, ior, iconcat
__concat__, __contains__, __delitem__, __getitem__, __setitem__ = concat, contains, delitem, getitem, setitem
__call__ = call
