local function text(count, seed)
  local letters, alphabet = {}, "abcd"
  for i = 1, count do
    seed = (seed * 4093 + 1009) % 1048573
    local at = math.floor(seed / 64) % 4 + 1
    letters[i] = alphabet:sub(at, at)
  end
  return table.concat(letters)
end

local function distance(a, b)
  local previous = {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    local current = { [0] = i }
    for j = 1, #b do
      local cost = a:sub(i, i) == b:sub(j, j) and previous[j - 1] or previous[j - 1] + 1
      if previous[j] + 1 < cost then cost = previous[j] + 1 end
      if current[j - 1] + 1 < cost then cost = current[j - 1] + 1 end
      current[j] = cost
    end
    previous = current
  end
  return previous[#b]
end

local function common(a, b)
  local rows, columns = #a, #b
  local lengths = {}
  for i = 0, rows do
    local row = {}
    for j = 0, columns do row[j] = 0 end
    lengths[i] = row
  end
  for i = 1, rows do
    local row, below = lengths[i - 1], lengths[i]
    for j = 1, columns do
      if a:sub(i, i) == b:sub(j, j) then
        below[j] = row[j - 1] + 1
      else
        below[j] = row[j] > below[j - 1] and row[j] or below[j - 1]
      end
    end
  end
  local letters = {}
  local i, j = rows, columns
  while i > 0 and j > 0 do
    if a:sub(i, i) == b:sub(j, j) then
      letters[#letters + 1] = a:sub(i, i)
      i = i - 1
      j = j - 1
    elseif lengths[i - 1][j] >= lengths[i][j - 1] then
      i = i - 1
    else
      j = j - 1
    end
  end
  return table.concat(letters):reverse()
end

local function is_subsequence(short, long)
  local at = 1
  for k = 1, #short do
    local found = long:find(short:sub(k, k), at, true)
    if not found then return false end
    at = found + 1
  end
  return true
end

local a, b = text(1600, 7), text(1600, 99)
local far = distance(a, b)
local shared = common(a, b)
assert(is_subsequence(shared, a) and is_subsequence(shared, b))
assert(distance(a, a) == 0)
print(far .. " " .. #shared .. " " .. shared:sub(1, 20))
