local floor, abs = math.floor, math.abs

local function multiply(a, b)
  local rows, inner, columns = #a, #b, #b[1]
  local result = {}
  for i = 1, rows do
    local row, out = a[i], {}
    for j = 1, columns do
      local total = 0
      for k = 1, inner do total = total + row[k] * b[k][j] end
      out[j] = total
    end
    result[i] = out
  end
  return result
end

local function transpose(a)
  local result = {}
  for j = 1, #a[1] do
    local out = {}
    for i = 1, #a do out[i] = a[i][j] end
    result[j] = out
  end
  return result
end

local function solve(a, b)
  local n = #a
  for column = 1, n do
    local pivot = column
    for row = column + 1, n do
      if abs(a[row][column]) > abs(a[pivot][column]) then pivot = row end
    end
    a[column], a[pivot] = a[pivot], a[column]
    b[column], b[pivot] = b[pivot], b[column]
    for row = column + 1, n do
      local factor = a[row][column] / a[column][column]
      if factor ~= 0 then
        for k = column, n do a[row][k] = a[row][k] - factor * a[column][k] end
        b[row] = b[row] - factor * b[column]
      end
    end
  end
  local x = {}
  for row = n, 1, -1 do
    local total = b[row]
    for k = row + 1, n do total = total - a[row][k] * x[k] end
    x[row] = total / a[row][row]
  end
  return x
end

local function smooth(grid)
  local height, width = #grid, #grid[1]
  local result = {}
  for y = 1, height do
    local row = {}
    for x = 1, width do row[x] = 0 end
    result[y] = row
  end
  for y = 2, height - 1 do
    for x = 2, width - 1 do
      local around = grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]
      result[y][x] = floor((grid[y][x] * 4 + around) / 8)
    end
  end
  return result
end

local function build(height, width, cell)
  local result = {}
  for i = 1, height do
    local row = {}
    for j = 1, width do row[j] = cell(i - 1, j - 1) end
    result[i] = row
  end
  return result
end

local function sum(grid)
  local total = 0
  for _, row in ipairs(grid) do
    for _, value in ipairs(row) do total = total + value end
  end
  return total
end

local function main()
  local a = build(110, 110, function(i, j) return (i * 7 + j * 3) % 11 - 5 end)
  local b = build(110, 110, function(i, j) return (i * 5 + j * 2) % 13 - 6 end)
  local left = transpose(multiply(a, b))
  local right = multiply(transpose(b), transpose(a))
  for i = 1, #left do
    for j = 1, #left[i] do assert(left[i][j] == right[i][j]) end
  end
  local system = build(100, 100, function(i, j) return 1.0 / (1 + abs(i - j)) + (i == j and 1 or 0) end)
  local wanted, sides = {}, {}
  for i = 1, 100 do wanted[i] = (i - 1) % 7 - 3.0 end
  for i = 1, 100 do
    local total = 0
    for j = 1, 100 do total = total + system[i][j] * wanted[j] end
    sides[i] = total
  end
  local x = solve(system, sides)
  for i = 1, 100 do assert(abs(x[i] - wanted[i]) < 1e-9) end
  local grid = build(150, 150, function(i, j) return i * j % 256 end)
  for _ = 1, 12 do grid = smooth(grid) end
  return sum(left), sum(grid)
end

local products, smoothed
for _ = 1, 4 do products, smoothed = main() end
print(string.format("%d %d", products, smoothed))
