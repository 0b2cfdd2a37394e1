local function fannkuch(n)
  local permutation, count = {}, {}
  for i = 0, n - 1 do
    permutation[i] = i
    count[i] = 0
  end
  local flips_max, checksum, sign = 0, 0, 1
  while true do
    local first = permutation[0]
    if first ~= 0 then
      local work = {}
      for i = 0, n - 1 do work[i] = permutation[i] end
      local flips = 1
      while true do
        local at = work[first]
        if at == 0 then break end
        work[first] = first
        if first > 2 then
          local i, j = 1, first - 1
          while i < j do
            work[i], work[j] = work[j], work[i]
            i = i + 1
            j = j - 1
          end
        end
        first = at
        flips = flips + 1
      end
      if flips > flips_max then flips_max = flips end
      checksum = checksum + sign * flips
    end
    if sign == 1 then
      permutation[0], permutation[1] = permutation[1], permutation[0]
      sign = -1
    else
      permutation[1], permutation[2] = permutation[2], permutation[1]
      sign = 1
      for i = 2, n - 1 do
        if count[i] < i then
          count[i] = count[i] + 1
          break
        end
        count[i] = 0
        if i == n - 1 then return checksum, flips_max end
        local moved = permutation[0]
        for k = 0, i do permutation[k] = permutation[k + 1] end
        permutation[i + 1] = moved
      end
    end
  end
end

local checksum, flips
for _ = 1, 3 do
  checksum, flips = fannkuch(9)
  assert(checksum == 8629 and flips == 30)
end
print(checksum, flips)
