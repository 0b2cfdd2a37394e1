local function sieve(limit)
  local flags = {}
  for i = 0, limit do flags[i] = true end
  flags[0], flags[1] = false, false
  local i = 2
  while i * i <= limit do
    if flags[i] then
      local j = i * i
      while j <= limit do
        flags[j] = false
        j = j + i
      end
    end
    i = i + 1
  end
  local count = 0
  for k = 0, limit do
    if flags[k] then count = count + 1 end
  end
  return count
end
local total = 0
for _ = 1, 3 do total = sieve(5000000) end
assert(total == 348513)
print(total)
