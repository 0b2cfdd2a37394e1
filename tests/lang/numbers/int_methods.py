for n in 0, 1, -1, 255, -256, 2**62, -(2**63), 10**40, True:
    print(
        n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.conjugate(), n.real, n.imag,
        n.numerator, n.denominator,
    )
    print(
        n.__trunc__(), n.__floor__(), n.__ceil__(), n.__round__(), n.__index__(), n.__int__(), n.__float__(),
        n.__bool__(), n.__sizeof__(), n.__getnewargs__(),
    )
print(
    (3).__add__(4), (3).__add__(4.0), (3).__radd__(4), (3).__rsub__(4), (3).__eq__(3.0), (3).__lt__(4),
    (3).__divmod__(2), (3).__rdivmod__(7), (3).__invert__(),
)
try:
    (1).real = 5
except AttributeError as e:
    print(e)
