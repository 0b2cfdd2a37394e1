# Arguments are converted from left to right, and an error shows bytes as they are.
class Loud:
    def __init__(self, name):
        self.name = name

    def __bool__(self):
        print("bool of", self.name)
        return False

    def __index__(self):
        print("index of", self.name)
        return 2


class Text(bytes):
    def __repr__(self):
        return "Text!"


for call in ("(1).to_bytes(Loud('length'), 'big', signed=Loud('signed'))", "(1).to_bytes(None, signed=Loud('signed'))", "(1).to_bytes(2**70, signed=Loud('signed'))", "(1).to_bytes(-1, signed=Loud('signed'))", "(1).to_bytes(1, None, signed=Loud('signed'))", "(1).to_bytes(1, 'x', signed=Loud('signed'))", "int.from_bytes(b'a', None, signed=Loud('signed'))", "int.from_bytes(5, 'x', signed=Loud('signed'))", "int(Text(b'x'))", "int(Text(b'x'), 3)", "int(bytearray(b'x'))"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
