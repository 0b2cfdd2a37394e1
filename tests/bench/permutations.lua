local function by_generator(items)
  return coroutine.wrap(function()
    if #items <= 1 then
      coroutine.yield(items)
      return
    end
    for i = 1, #items do
      local others = {}
      for k = 1, #items do
        if k ~= i then others[#others + 1] = items[k] end
      end
      for rest in by_generator(others) do
        local order = { items[i] }
        for k = 1, #rest do order[k + 1] = rest[k] end
        coroutine.yield(order)
      end
    end
  end)
end

local function by_swaps(items, count)
  if count == 1 then return 1, items[1] * 7 + items[#items] end
  local orders, total = 0, 0
  for i = 1, count do
    local n, t = by_swaps(items, count - 1)
    orders = orders + n
    total = total + t
    if count % 2 == 0 then
      items[i], items[count] = items[count], items[i]
    else
      items[1], items[count] = items[count], items[1]
    end
  end
  return orders, total
end

local function next_order(items)
  local i = #items - 1
  while i >= 1 and items[i] >= items[i + 1] do i = i - 1 end
  if i < 1 then return false end
  local j = #items
  while items[j] <= items[i] do j = j - 1 end
  items[i], items[j] = items[j], items[i]
  local low, high = i + 1, #items
  while low < high do
    items[low], items[high] = items[high], items[low]
    low = low + 1
    high = high - 1
  end
  return true
end

local function range(count)
  local items = {}
  for i = 1, count do items[i] = i - 1 end
  return items
end

local function main()
  local first, products = 0, 0
  for order in by_generator(range(8)) do first = first + order[1] * order[#order] end
  for a = 0, 7 do
    for b = 0, 7 do
      if a ~= b then products = products + a * b end
    end
  end
  assert(first == 720 * products)
  local orders, total = by_swaps(range(9), 9)
  assert(orders == 362880 and total == 362880 * 4 * 8)
  local items, count = range(9), 1
  while next_order(items) do count = count + 1 end
  assert(count == 362880)
  return string.format("%d (%d, %d) %d", first, orders, total, count)
end

local result
for _ = 1, 4 do result = main() end
print(result)
