# copyreg: what it registers and refuses.
import copy
import copyreg


class C:
    __slots__ = ("a", "__hidden")


class D(C):
    __slots__ = "b"


def reduce_c(c):
    print('reduced', end=' ')
    return C, ()


copyreg.pickle(C, reduce_c, C)
print(copyreg.dispatch_table[C] is reduce_c, copyreg.dispatch_table[complex](1j), copyreg._slotnames(D))
function, args = copyreg.dispatch_table[type(int | str)](int | str)
print(function(*args))
print(type(copyreg.__newobj__(D)).__name__, copyreg.__newobj_ex__(int, ("12",), {"base": 5}), copyreg._reconstructor(list, list, "ab"))
print(type(copy.copy(D())).__name__, type(copy.deepcopy(C())).__name__, copy.copy(C()) is not None)
copyreg.add_extension("m", "n", 240)
copyreg.add_extension("m", "n", 240)
for wrong in (lambda: copyreg.pickle(C, 5), lambda: copyreg.constructor(3), lambda: copyreg.add_extension("m", "n", 241),
              lambda: copyreg.add_extension("x", "y", 240), lambda: copyreg.add_extension("x", "y", 0),
              lambda: copyreg.remove_extension("m", "n", 1)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
copyreg.remove_extension("m", "n", 240)
copyreg.clear_extension_cache()
