local function make(depth)
  if depth == 0 then return { left = false, right = false } end
  return { left = make(depth - 1), right = make(depth - 1) }
end
local function check(node)
  if not node.left then return 1 end
  return 1 + check(node.left) + check(node.right)
end
local depth = 15
local long_lived = make(depth)
local total = 0
for d = 4, depth, 4 do
  for _ = 1, 2 ^ (depth - d + 4) do total = total + check(make(d)) end
end
local result = total + check(long_lived)
assert(result == 3176319)
print(result)
