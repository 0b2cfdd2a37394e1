# What a program wrote to files that it did not close is in them afterwards, also where a function or a cycle holds the namespace.
cd "$(mktemp -d)"
"$OURO" -c '
def function(): pass
text = open("text", "w")
text.write("some text\n")
ring = [open("ring", "w")]
ring.append(ring)
ring[0].write("held by a ring\n")
closed = open("closed", "w")
closed.close()
'
cat text ring
