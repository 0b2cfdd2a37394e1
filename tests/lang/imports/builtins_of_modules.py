"""What __builtins__ names is a module in __main__ and a dict everywhere else."""
import builtins

print(__builtins__ is builtins)
names = {}
exec("found = __builtins__\ndef f(): return __builtins__['len'], len", names)
print(names["found"] is builtins.__dict__, names["f"]() == (len, len))
import helper_module
exec("print(type(__builtins__), __builtins__ is b.__dict__)", vars(helper_module), {"b": builtins})
print(type(helper_module.__builtins__))

# What functions and frames find there is shown, too.
import sys
import types

own = {"len": lambda value: "own"}
names = {"__builtins__": own, "sys": sys}
exec("def f(): return len(''), sys._getframe().f_builtins", names)
print(names["f"].__builtins__ is own, names["f"]() == ("own", own), (lambda: 0).__builtins__ is vars(builtins))
print(sys._getframe().f_builtins is vars(builtins), types.FunctionType(names["f"].__code__, names).__builtins__ is own,
      types.FunctionType(names["f"].__code__, {}).__builtins__ is vars(builtins))
module = types.ModuleType("module")
module.len = lambda value: "of the module"
names = {"__builtins__": module}
exec("def f(): return len('')", names)
print(names["f"].__builtins__ is vars(module), names["f"]())
