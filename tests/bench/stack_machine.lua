local NAMES = { "PUSH", "LOAD", "STORE", "ADD", "SUB", "MUL", "MOD", "LESS", "EQUAL", "JUMP", "JUMP_IF_ZERO", "CALL",
  "RETURN", "HALT" }
local PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, EQUAL, JUMP, JUMP_IF_ZERO, CALL, RETURN =
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
local OPS = {}
for i, name in ipairs(NAMES) do OPS[name] = i end

local function assemble(source)
  local code, labels, patches = {}, {}, {}
  for line in source:gmatch("[^\n]+") do
    local first, second = line:match("(%S+)%s*(%S*)")
    if first:sub(-1) == ":" then
      labels[first:sub(1, -2)] = #code + 1
    else
      code[#code + 1] = OPS[first]
      if second ~= "" and not tonumber(second) then
        patches[#patches + 1] = #code + 1
        code[#code + 1] = second
      else
        code[#code + 1] = second ~= "" and tonumber(second) or 0
      end
    end
  end
  for _, at in ipairs(patches) do code[at] = labels[code[at]] end
  return code
end

local function execute(code, memory)
  local stack, top, frames, depth = {}, 0, {}, 0
  local pc, count = 1, 0
  while true do
    local op = code[pc]
    local operand = code[pc + 1]
    pc = pc + 2
    count = count + 1
    if op == PUSH then
      top = top + 1
      stack[top] = operand
    elseif op == LOAD then
      top = top + 1
      stack[top] = memory[operand]
    elseif op == STORE then
      memory[operand] = stack[top]
      top = top - 1
    elseif op == ADD then
      top = top - 1
      stack[top] = stack[top] + stack[top + 1]
    elseif op == SUB then
      top = top - 1
      stack[top] = stack[top] - stack[top + 1]
    elseif op == MUL then
      top = top - 1
      stack[top] = stack[top] * stack[top + 1]
    elseif op == MOD then
      top = top - 1
      stack[top] = stack[top] % stack[top + 1]
    elseif op == LESS then
      top = top - 1
      stack[top] = stack[top] < stack[top + 1] and 1 or 0
    elseif op == EQUAL then
      top = top - 1
      stack[top] = stack[top] == stack[top + 1] and 1 or 0
    elseif op == JUMP then
      pc = operand
    elseif op == JUMP_IF_ZERO then
      top = top - 1
      if stack[top + 1] == 0 then pc = operand end
    elseif op == CALL then
      depth = depth + 1
      frames[depth] = pc
      pc = operand
    elseif op == RETURN then
      pc = frames[depth]
      depth = depth - 1
    else
      return count
    end
  end
end

local PROGRAM = [[
  PUSH 0
  STORE 0
  PUSH 2
  STORE 1
next:
  LOAD 1
  PUSH 3000
  LESS
  JUMP_IF_ZERO done
  CALL is_prime
  LOAD 3
  LOAD 1
  MUL
  LOAD 0
  ADD
  STORE 0
  LOAD 1
  PUSH 1
  ADD
  STORE 1
  JUMP next
done:
  HALT
is_prime:
  PUSH 2
  STORE 2
try:
  LOAD 2
  LOAD 2
  MUL
  LOAD 1
  PUSH 1
  ADD
  LESS
  JUMP_IF_ZERO yes
  LOAD 1
  LOAD 2
  MOD
  PUSH 0
  EQUAL
  JUMP_IF_ZERO other
  PUSH 0
  STORE 3
  RETURN
other:
  LOAD 2
  PUSH 1
  ADD
  STORE 2
  JUMP try
yes:
  PUSH 1
  STORE 3
  RETURN
]]

local code = assemble(PROGRAM)
local memory, count = nil, 0
for _ = 1, 17 do
  memory = { [0] = 0, 0, 0, 0 }
  count = count + execute(code, memory)
  assert(memory[0] == 593823)
end
print(memory[0] .. " " .. count)
