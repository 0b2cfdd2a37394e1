local function place(row, count, columns, up, down)
  return coroutine.wrap(function()
    if row == count then
      coroutine.yield({})
      return
    end
    for column = 0, count - 1 do
      if not (columns[column] or up[row + column] or down[row - column]) then
        columns[column] = true
        up[row + column] = true
        down[row - column] = true
        for rest in place(row + 1, count, columns, up, down) do
          local way = { column }
          for i = 1, #rest do way[i + 1] = rest[i] end
          coroutine.yield(way)
        end
        columns[column] = nil
        up[row + column] = nil
        down[row - column] = nil
      end
    end
  end)
end

local solutions = 0
for count = 8, 12 do
  for _ in place(0, count, {}, {}, {}) do solutions = solutions + 1 end
end
assert(solutions == 92 + 352 + 724 + 2680 + 14200)
print(solutions)
