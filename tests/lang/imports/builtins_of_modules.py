"""What __builtins__ names is a module in __main__ and a dict everywhere else."""
import builtins

print(__builtins__ is builtins)
names = {}
exec("found = __builtins__\ndef f(): return __builtins__['len'], len", names)
print(names["found"] is builtins.__dict__, names["f"]() == (len, len))
import helper_module
exec("print(type(__builtins__), __builtins__ is b.__dict__)", vars(helper_module), {"b": builtins})
print(type(helper_module.__builtins__))
