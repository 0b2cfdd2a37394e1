"""What Parameter() refuses: kinds that are none, keywords as names."""
import inspect
P = inspect.Parameter
for a, k in (("a", 99), ("a", "x"), ("a", None), ("if", P.KEYWORD_ONLY), ("if", P.POSITIONAL_ONLY), ("if", P.VAR_KEYWORD), ("None", 0), ("match", 1), ("a", 3), (5, 1), (None, 1), (".0", 1), (".0", 3), (".0", 0), (".x", 1), ("a", 1.0), ("a", True), ("é", 1)):
    try: p = P(a, k); print(p, p.kind, p.name)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
try: P("a", 1).replace(kind=7)
except ValueError as e: print(e)
try: P("a", 1).replace(name="def")
except ValueError as e: print(e)
print(P("a", 1).replace(kind=P.KEYWORD_ONLY), P("a", 0).kind is P.POSITIONAL_ONLY)
