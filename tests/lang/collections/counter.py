from collections import Counter


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


c = Counter("abracadabra")
show("c", "c.most_common()", "c.most_common(2)", "c.most_common(0)", "c.most_common(-1)", "c['zz']", "c", "Counter()",
     "Counter(a=1,b=-2)", "Counter({'a':2},b=3)", "Counter([('a',1)])", "Counter(1)", "Counter(1,2)", "c.total()",
     "list(Counter(a=2,b=0,c=-1,d=1).elements())", "c.update('aaz')", "c", "c.update({'a':1})", "c['a']",
     "c.update(q=4)", "c['q']", "c.subtract('aab')", "c", "c.subtract({'a':100},r=2)", "c['a'],c['r']")
