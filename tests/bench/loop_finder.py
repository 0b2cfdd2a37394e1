"""Loops nested in a control-flow graph: depth-first numbering, union-find of loop bodies, a tree of loops.

After the algorithm of Paul Havlak (Nesting of reducible and irreducible loops, 1997).
"""

UNVISITED = -1
NONHEADER, REDUCIBLE, SELF, IRREDUCIBLE, DEAD = range(5)


class Block:
    def __init__(self, name):
        self.name = name
        self.into = []
        self.out = []


class Graph:
    def __init__(self):
        self.blocks = {}
        self.start = None

    def block(self, name):
        block = self.blocks.get(name)
        if block is None:
            block = self.blocks[name] = Block(name)
            if self.start is None:
                self.start = block
        return block

    def edge(self, source, target):
        a, b = self.block(source), self.block(target)
        a.out.append(b)
        b.into.append(a)


class Loop:
    def __init__(self, header, reducible):
        self.header = header
        self.reducible = reducible
        self.parent = None
        self.blocks = set()
        self.children = []

    def set_parent(self, parent):
        self.parent = parent
        parent.children.append(self)

    def depth(self):
        return 1 + max([child.depth() for child in self.children], default=0)


class Node:
    """A block, or a loop that has been folded into its header: an element of union-find."""

    def __init__(self):
        self.parent = self
        self.block = None
        self.loop = None
        self.number = UNVISITED

    def init(self, block, number):
        self.block = block
        self.number = number

    def find(self):
        path, node = [], self
        while node is not node.parent:
            if node.parent is not node.parent.parent:
                path.append(node)
            node = node.parent
        for passed in path:
            passed.parent = node
        return node


def number_blocks(start, nodes, number, last):
    """Numbers blocks in order of discovery; last[n] is the last number below n in the depth-first tree."""
    stack = [(start, iter(start.out))]
    nodes[0].init(start, 0)
    number[start] = current = 0
    while stack:
        block, targets = stack[-1]
        for target in targets:
            if number[target] == UNVISITED:
                current += 1
                nodes[current].init(target, current)
                number[target] = current
                stack.append((target, iter(target.out)))
                break
        else:
            last[number[block]] = current
            stack.pop()
    return current


def find_loops(graph):
    size = len(graph.blocks)
    nodes = [Node() for _ in range(size)]
    number = {block: UNVISITED for block in graph.blocks.values()}
    last = [0] * size
    count = number_blocks(graph.start, nodes, number, last) + 1
    kinds = [NONHEADER] * size
    headers = [0] * size
    back, other = [[] for _ in range(size)], [set() for _ in range(size)]
    for w in range(count):
        for block in nodes[w].block.into:
            v = number[block]
            if v == UNVISITED:
                continue
            if w <= v <= last[w]:
                back[w].append(v)
            else:
                other[w].add(v)
    root, loops = Loop(None, True), []
    for w in range(count - 1, -1, -1):
        pool = []
        for v in back[w]:
            if v == w:
                kinds[w] = SELF
            else:
                pool.append(nodes[v].find())
        if pool:
            kinds[w] = REDUCIBLE
        todo, member = list(pool), set(pool)
        while todo:
            x = todo.pop()
            for y in other[x.number]:
                found = nodes[y].find()
                if not w <= found.number <= last[w]:
                    kinds[w] = IRREDUCIBLE
                    other[w].add(found.number)
                elif found.number != w and found not in member:
                    member.add(found)
                    pool.append(found)
                    todo.append(found)
        if pool or kinds[w] == SELF:
            loop = Loop(nodes[w].block, kinds[w] != IRREDUCIBLE)
            nodes[w].loop = loop
            for node in pool:
                headers[node.number] = w
                node.parent = nodes[w]
                if node.loop is not None:
                    node.loop.set_parent(loop)
                else:
                    loop.blocks.add(node.block)
            loops.append(loop)
    for loop in loops:
        if loop.parent is None:
            loop.set_parent(root)
    return root, loops


def nested(graph, first, depth, width):
    """A loop with width loops in it, to some depth: the number of the block behind it."""
    header, at = first, first + 1
    graph.edge(header, at)
    if depth > 0:
        for _ in range(width):
            at = nested(graph, at, depth - 1, width)
    graph.edge(at, at + 1)
    graph.edge(at + 1, header)
    graph.edge(header, at + 2)
    graph.edge(at + 1, at + 2)
    return at + 2


def main():
    graph = Graph()
    graph.edge(0, 1)
    at = 1
    for _ in range(12):
        at = nested(graph, at, 4, 3)
    entry = at
    for i in range(200):  # loops with two entries, and loops of one block
        graph.edge(entry, entry + 1)
        graph.edge(entry, entry + 2)
        graph.edge(entry + 1, entry + 2)
        graph.edge(entry + 2, entry + 1)
        graph.edge(entry + 2, entry + 3)
        graph.edge(entry + 3, entry + 3)
        graph.edge(entry + 3, entry + 4)
        entry += 4
    for _ in range(64):
        root, loops = find_loops(graph)
    irreducible = sum(1 for loop in loops if not loop.reducible)
    return len(graph.blocks), len(loops), irreducible, root.depth(), sum(len(loop.blocks) for loop in loops)


result = main()
assert result == (5158, 1852, 200, 6, 3104), result
print(result)
