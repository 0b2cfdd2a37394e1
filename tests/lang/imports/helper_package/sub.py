__all__ = ["starred"]
starred, hidden = "star", 1
def where(): return __name__
