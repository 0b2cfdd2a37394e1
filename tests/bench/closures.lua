local function counter(step)
  local count = 0
  return function()
    count = count + step
    return count
  end
end

local function compose(...)
  local functions = { ... }
  return function(x)
    for i = 1, #functions do x = functions[i](x) end
    return x
  end
end

local function adder(n)
  return function(x) return x + n end
end

local function scaler(n)
  return function(x) return x * n % 1000003 end
end

local function curry(f, a)
  return function(b) return f(a, b) end
end

local function fold(f, start)
  return function(items)
    local total = start
    for i = 1, #items do total = f(total, items[i]) end
    return total
  end
end

local function pair(a, b)
  return function(choose) return choose(a, b) end
end

local function first(p)
  return p(function(a, _) return a end)
end

local function second(p)
  return p(function(_, b) return b end)
end

local function factorial(n, continue)
  if n == 0 then return (continue(1)) end
  return (factorial(n - 1, function(value) return (continue(value * n % 1000003)) end))
end

local function memo(f)
  local known = {}
  return function(n)
    if known[n] == nil then known[n] = f(n) end
    return known[n]
  end
end

local function main()
  local ticks = {}
  for step = 1, 5 do ticks[step] = counter(step) end
  for _ = 1, 200000 do
    for i = 1, 5 do ticks[i]() end
  end
  for step = 1, 5 do assert(ticks[step]() == 200001 * step) end
  local pipeline = compose(adder(3), scaler(7), adder(11), scaler(13))
  local x = 1
  for _ = 1, 250000 do x = pipeline(x) end
  local total = fold(function(a, b) return a + b end, 0)
  local multiply = function(a, b) return a * b % 1000003 end
  local product = 0
  for i = 0, 59999 do
    local twice = curry(multiply, i)
    product = product + total({ twice(2), twice(3), twice(5) })
  end
  local chain = nil
  for i = 0, 99999 do chain = pair(i, chain) end
  local length = 0
  while chain ~= nil do
    length = length + first(chain) % 2
    chain = second(chain)
  end
  local steps = 0
  for n = 0, 1499 do
    steps = (steps + factorial(n % 150, function(value) return value end)) % 1000003
  end
  local ways
  ways = memo(function(n)
    if n < 2 then return 1 end
    return (ways(n - 1) + ways(n - 2)) % 1000003
  end)
  for n = 0, 99999 do steps = steps + ways(n % 400) end
  return x, product, length, steps
end

local x, product, length, steps
for _ = 1, 3 do
  x, product, length, steps = main()
  assert(x == 855237 and product == 17999700000 and length == 50000 and steps == 49398886362)
end
print(string.format("%d %d %d %d", x, product, length, steps))
