"""One tuple as a key again and again, while the dict changes, goes and comes back."""
d={}
class K:
    def __init__(s,n): s.n=n
    def __hash__(s): print("hash",s.n); return s.n+1000
    def __eq__(s,o): print("eq",s.n,o.n); return s.n==o.n
k=(K(1),2)
d[k]=1; d[k]; d[k]+=1
print(len(d), (K(1),2) in d)
for i in range(3):
    for j in range(3):
        d[i,j]=d.get((i,j),0)+1; d[(i,j)]+=1
        if (i,str(j)) not in d: d[i,str(j)]=0
        d[i,str(j)]+=i
        if j==1: del d[i,j]; print((i,j) in d)
print({k:v for k,v in d.items() if isinstance(k[0],int)})
d.clear(); print((2,2) in d); d[2,2]=5
e=dict(d); d[2.0,2]=7; print(d,e,(2,2.0) in d, (True,2) in d); d[2,2]=1; d[True,2]=3; d[1,2]=4; print(d)
# a dict that goes, and another that takes its place
for i in range(5):
    a={}
    a[1,2]=i
    print(a.get((1,2)), a.get((1,3)))
    del a
    b={}
    print(b.get((1,2)), (1,2) in b)
    b[1,3]=1
    print((1,2) in b, b.get((1,2),"no"))
# entries that move: deleted in front, grown
g={(i,0):i for i in range(6)}
g[5,0]+=1
for i in range(5): del g[i,0]
g[5,0]+=1
for i in range(100): g[i,1]=i
g[5,0]+=1
print(g[5,0], len(g), g.pop((5,0)), (5,0) in g, g.setdefault((5,0),9), g[5,0])
