from .sub import where
NAME = __name__ + ":" + where()
