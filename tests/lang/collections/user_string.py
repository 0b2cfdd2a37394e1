from collections import UserString


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


z = UserString("héllo World")
show("z", "str(z)", "len(z)", "z[0]", "type(z[1:3])", "z+'x'", "'x'+z", "z*2", "z.upper()", "z.split()",
     "z.find('l')", "z.find(UserString('W'))", "z=='héllo World'", "z<'z'", "hash(z)==hash('héllo World')",
     "'W' in z", "UserString('W') in z", "z.replace('l','L')", "z.count('l')", "UserString(12)",
     "int(UserString('12'))", "float(UserString('1.5'))", "complex(UserString('1j'))", "z.encode()", "z.title()",
     "z.center(20,'*')", "z.startswith('h')", "z.join(['a','b'])", "UserString('%s-%s') % (1,2)", "'%s' % z",
     "UserString('{}').format(3)", "z.isalpha()", "z.partition(' ')", "z.strip('h')", "z.zfill(15)",
     "z.translate({104:'H'})", "z.rsplit(' ',1)", "z.removeprefix('hé')", "z.casefold()", "list(z)", "z.expandtabs()",
     "z.ljust(12,'.')", "UserString('ab').maketrans('a','b')", "z.swapcase()", "z.index('q')", "z.rindex('l')",
     "z.endswith('d')", "z.splitlines()", "z.format_map({})", "UserString('a')<UserString('b')", "isinstance(z,str)",
     "z[100]", "z.rfind('o')", "z.rpartition('o')", "z.isascii()", "z+1", "UserString('%d')%3")
