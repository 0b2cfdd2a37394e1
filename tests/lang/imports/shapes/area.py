def area_of(side):
    return side * side
