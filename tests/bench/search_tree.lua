local Node = {}
Node.__index = Node

function Node.new(key, value)
  return setmetatable({ key = key, value = value, left = nil, right = nil, height = 1 }, Node)
end

function Node:update()
  local left = self.left ~= nil and self.left.height or 0
  local right = self.right ~= nil and self.right.height or 0
  self.height = (left > right and left or right) + 1
end

function Node:balance()
  local left = self.left ~= nil and self.left.height or 0
  local right = self.right ~= nil and self.right.height or 0
  return left - right
end

function Node:rotate_left()
  local top = self.right
  self.right = top.left
  top.left = self
  self:update()
  top:update()
  return top
end

function Node:rotate_right()
  local top = self.left
  self.left = top.right
  top.right = self
  self:update()
  top:update()
  return top
end

function Node:rebalanced()
  self:update()
  local balance = self:balance()
  if balance > 1 then
    if self.left:balance() < 0 then self.left = self.left:rotate_left() end
    return self:rotate_right()
  end
  if balance < -1 then
    if self.right:balance() > 0 then self.right = self.right:rotate_right() end
    return self:rotate_left()
  end
  return self
end

local Tree = {}
Tree.__index = Tree

function Tree.new()
  return setmetatable({ root = nil, count = 0 }, Tree)
end

function Tree:insert(key, value)
  self.root = self:insert_below(self.root, key, value)
end

function Tree:insert_below(node, key, value)
  if node == nil then
    self.count = self.count + 1
    return Node.new(key, value)
  end
  if key < node.key then
    node.left = self:insert_below(node.left, key, value)
  elseif key > node.key then
    node.right = self:insert_below(node.right, key, value)
  else
    node.value = value
    return node
  end
  return node:rebalanced()
end

function Tree:find(key)
  local node = self.root
  while node ~= nil do
    if key == node.key then return node.value end
    if key < node.key then node = node.left else node = node.right end
  end
  return nil
end

function Tree:remove(key)
  self.root = self:remove_below(self.root, key)
end

function Tree:remove_below(node, key)
  if node == nil then return nil end
  if key < node.key then
    node.left = self:remove_below(node.left, key)
  elseif key > node.key then
    node.right = self:remove_below(node.right, key)
  else
    if node.left == nil or node.right == nil then
      self.count = self.count - 1
      if node.left ~= nil then return node.left end
      return node.right
    end
    local least = node.right
    while least.left ~= nil do least = least.left end
    node.key, node.value = least.key, least.value
    node.right = self:remove_below(node.right, least.key)
  end
  return node:rebalanced()
end

function Tree:keys()
  local result, path, node = {}, {}, self.root
  while #path > 0 or node ~= nil do
    while node ~= nil do
      path[#path + 1] = node
      node = node.left
    end
    node = path[#path]
    path[#path] = nil
    result[#result + 1] = node.key
    node = node.right
  end
  return result
end

local tree, seed = Tree.new(), 7
for _ = 1, 60000 do
  seed = (seed * 4093 + 1009) % 1048573
  tree:insert(seed, seed * 2)
end
local keys = tree:keys()
assert(#keys == tree.count)
for i = 2, #keys do assert(keys[i - 1] < keys[i]) end
local found = 0
for key = 0, 1048572, 9 do
  local value = tree:find(key)
  if value ~= nil then
    assert(value == key * 2)
    found = found + 1
  end
end
for i = 1, #keys, 2 do tree:remove(keys[i]) end
assert(tree.count == math.floor(#keys / 2))
local left = tree:keys()
for i = 1, #left do assert(left[i] == keys[2 * i]) end
print(#keys .. " " .. found .. " " .. tree.root.height)
