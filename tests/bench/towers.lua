local function Disk(size)
  return { size = size, below = nil }
end

local Towers = {}
Towers.__index = Towers

function Towers.new(count)
  local self = setmetatable({ pegs = { false, false, false }, moves = 0 }, Towers)
  for size = count, 1, -1 do self:push(0, Disk(size)) end
  return self
end

function Towers:push(peg, disk)
  local top = self.pegs[peg + 1]
  if top and disk.size >= top.size then error("a large disk on a small one") end
  disk.below = top
  self.pegs[peg + 1] = disk
end

function Towers:pop(peg)
  local top = self.pegs[peg + 1]
  if not top then error("no disk on this peg") end
  self.pegs[peg + 1] = top.below
  top.below = nil
  return top
end

function Towers:move_top(source, target)
  self:push(target, self:pop(source))
  self.moves = self.moves + 1
end

function Towers:move(count, source, target)
  if count == 1 then
    self:move_top(source, target)
    return
  end
  local other = 3 - source - target
  self:move(count - 1, source, other)
  self:move_top(source, target)
  self:move(count - 1, other, target)
end

local total = 0
for start = 0, 17 do
  local towers = Towers.new(17)
  local source, target = start % 3, (start + 1) % 3
  if source ~= 0 then towers:move(17, 0, source) end
  towers:move(17, source, target)
  assert(not towers.pegs[source + 1] and towers.pegs[target + 1].size == 1)
  total = total + towers.moves
end
assert(total == 30 * 131071)
print(total)
