import codecs
for b in (b'616', b'6g', b'6 1', b'6161 ', b'g', b'\xff\xff',b'61 6', b'', b'4142'):
    try: print(b, codecs.decode(b,'hex'))
    except Exception as e: print(b, type(e), e, isinstance(e, ValueError))
print(codecs.decode("6162", "hex"))
