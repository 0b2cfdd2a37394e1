"""What import and importlib do with a spec that a finder of the program made."""
import sys

_module = type(sys)


def module_from_spec(spec):
    """A new module as the spec describes it; its body has not run."""
    create = getattr(spec.loader, "create_module", None)
    if create is None and hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    module = None if create is None else create(spec)
    if module is None:
        module = _module(spec.name)
    describe(spec, module)
    return module


def describe(spec, module, anew=False):
    """Sets the attributes that every module has, as far as the module lets us and unless it has them; anew: all."""
    attributes = {"__name__": spec.name, "__loader__": spec.loader, "__package__": spec.parent, "__spec__": spec}
    if spec.submodule_search_locations is not None:
        attributes["__path__"] = spec.submodule_search_locations
    if spec.has_location:
        attributes["__file__"] = spec.origin
        if spec.cached is not None:
            attributes["__cached__"] = spec.cached
    for name, value in attributes.items():
        if anew or name == "__spec__" or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass


def run(spec, module):
    """Runs the body of a module that was made, or is to be loaded again."""
    if spec.loader is None:
        if spec.submodule_search_locations is None:
            raise ImportError("missing loader", name=spec.name)
    elif hasattr(spec.loader, "exec_module"):
        spec.loader.exec_module(module)
    else:
        spec.loader.load_module(spec.name)


def load(spec):
    """The module of a spec, in sys.modules and run."""
    loader = spec.loader
    name = spec.name
    if loader is not None and not hasattr(loader, "exec_module"):
        loader.load_module(name)
        module = sys.modules[name]
        if getattr(module, "__spec__", None) is None:
            describe(spec, module)
        return module
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[name] = module
        try:
            run(spec, module)
        except BaseException:
            sys.modules.pop(name, None)
            raise
        module = sys.modules.pop(name)
        sys.modules[name] = module
    finally:
        spec._initializing = False
    return module
