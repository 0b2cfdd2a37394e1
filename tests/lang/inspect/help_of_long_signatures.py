# help(): a signature that is too long for a line has a line for each parameter
def long_function_name(parameter_one: int, parameter_two: str = "default", *, keyword_only: float = 3.14, another=None) -> dict[str, int]:
    "What it does."


class Long:
    def __init__(self, parameter_one: int, parameter_two: str = "default", *, keyword_only: float = 3.14, another=None):
        "How it begins."

    def method(self, one): "A method."


for thing in (long_function_name, Long, Long.method, Long(1).method, Long(1).__init__):
    help(thing)
