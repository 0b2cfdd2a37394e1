from . import square as neighbour
from .area import area_of as area
