# Text broken into lines; margins.
import textwrap as t
text="The quick-brown fox, jumped over the lazy dog's well-known back -- and then--without warning--ran 1-2 a-b x-y-z e-mail  away.  Did it? Yes! \"Quite.\" end"
for w in (5,10,20,33,70): print(t.wrap(text,w)); print(t.fill(text,w,initial_indent='* ',subsequent_indent='  '))
print(t.wrap(text,20,break_on_hyphens=False),t.wrap(text,30,fix_sentence_endings=True),t.wrap('a'*25+' b',10),t.wrap('a'*25+' b',10,break_long_words=False),t.wrap('  lead  trail  ',8,drop_whitespace=False),t.wrap('a\tb\nc\n\nd',10),t.wrap('a\tb\nc',10,expand_tabs=False,replace_whitespace=False),t.wrap(''),t.wrap('   '))
for n in (1,2,3): print(t.wrap(text,20,max_lines=n),t.wrap(text,20,max_lines=n,placeholder='...'))
print(t.shorten('Hello  world!',12),t.shorten('Hello  world!',11),t.shorten('Hello world',5,placeholder='...'),t.shorten('Hello world',10,placeholder='..'))
for a in [('a',0),('a',-1)]:
    try: t.wrap(*a)
    except ValueError as e: print(e)
try: t.shorten('Hello world',3)
except ValueError as e: print(e)
for s in ['  a\n    b\n  c','\ta\n\tb','  a\n\tb','a\n  b','  a\n \n   b\n','   \n\n','','  x','    a\n\n\n  b   \n']: print(repr(t.dedent(s)))
print(repr(t.indent('a\n\nb\n  \nc','> ')),repr(t.indent('a\n\nb','> ',lambda l:True)),repr(t.indent('','x')))
w=t.TextWrapper(width=15,tabsize=2); print(w.wrap('some text with some-hyphenated-words and a superlongword-that-breaks'),w.fill('x y'))
print(t.wrap('this-is-a-useful-feature for reading posts from tim_one@email.com and -foo --bar --option=value -x',12),t.wrap('Hello there -- you goof-ball, use the -b option!',9),t.wrap('aaa bbb',3),t.wrap('hello-- world a--b --c',6))
