print("init", __name__)
from .area import area_of
