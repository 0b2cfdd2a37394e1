"""A balanced search tree (AVL): insertion with rotations, search, removal, and a walk in order."""


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None
        self.height = 1

    def update(self):
        left = self.left.height if self.left is not None else 0
        right = self.right.height if self.right is not None else 0
        self.height = (left if left > right else right) + 1

    def balance(self):
        left = self.left.height if self.left is not None else 0
        right = self.right.height if self.right is not None else 0
        return left - right

    def rotate_left(self):
        top = self.right
        self.right = top.left
        top.left = self
        self.update()
        top.update()
        return top

    def rotate_right(self):
        top = self.left
        self.left = top.right
        top.right = self
        self.update()
        top.update()
        return top

    def rebalanced(self):
        self.update()
        balance = self.balance()
        if balance > 1:
            if self.left.balance() < 0:
                self.left = self.left.rotate_left()
            return self.rotate_right()
        if balance < -1:
            if self.right.balance() > 0:
                self.right = self.right.rotate_right()
            return self.rotate_left()
        return self


class Tree:
    def __init__(self):
        self.root = None
        self.count = 0

    def insert(self, key, value):
        self.root = self.insert_below(self.root, key, value)

    def insert_below(self, node, key, value):
        if node is None:
            self.count += 1
            return Node(key, value)
        if key < node.key:
            node.left = self.insert_below(node.left, key, value)
        elif key > node.key:
            node.right = self.insert_below(node.right, key, value)
        else:
            node.value = value
            return node
        return node.rebalanced()

    def find(self, key):
        node = self.root
        while node is not None:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        return None

    def remove(self, key):
        self.root = self.remove_below(self.root, key)

    def remove_below(self, node, key):
        if node is None:
            return None
        if key < node.key:
            node.left = self.remove_below(node.left, key)
        elif key > node.key:
            node.right = self.remove_below(node.right, key)
        else:
            if node.left is None or node.right is None:
                self.count -= 1
                return node.left if node.left is not None else node.right
            least = node.right
            while least.left is not None:
                least = least.left
            node.key, node.value = least.key, least.value
            node.right = self.remove_below(node.right, least.key)
        return node.rebalanced()

    def keys(self):
        result, path, node = [], [], self.root
        while path or node is not None:
            while node is not None:
                path.append(node)
                node = node.left
            node = path.pop()
            result.append(node.key)
            node = node.right
        return result


def main():
    tree, seed = Tree(), 7
    for _ in range(60000):
        seed = (seed * 4093 + 1009) % 1048573
        tree.insert(seed, seed * 2)
    keys = tree.keys()
    assert len(keys) == tree.count
    for i in range(1, len(keys)):
        assert keys[i - 1] < keys[i]
    found = 0
    for key in range(0, 1048573, 9):
        value = tree.find(key)
        if value is not None:
            assert value == key * 2
            found += 1
    for key in keys[::2]:
        tree.remove(key)
    assert tree.count == len(keys) // 2
    assert tree.keys() == keys[1::2]
    print(len(keys), found, tree.root.height)


main()
