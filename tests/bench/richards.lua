local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 1, 2, 3, 4, 5, 6
local DEVICE_PACKET, WORK_PACKET = 0, 1
local PACKET_SIZE = 4
local floor = math.floor

local function class(base)
  local c = setmetatable({}, { __index = base })
  c.__index = c
  return c
end

local Packet = class()
function Packet.new(link, identity, kind)
  local data = {}
  for i = 1, PACKET_SIZE do data[i] = 0 end
  return setmetatable({ link = link, identity = identity, kind = kind, datum = 0, data = data }, Packet)
end
function Packet:append_to(queue)
  self.link = nil
  if queue == nil then return self end
  local last = queue
  while last.link ~= nil do last = last.link end
  last.link = self
  return queue
end

local State = class()
function State:init()
  self.packet_pending = false
  self.waiting = false
  self.holding = false
end
function State:is_held_or_waiting()
  return self.holding or (not self.packet_pending and self.waiting)
end
function State:is_waiting_with_packet()
  return self.packet_pending and self.waiting and not self.holding
end

local Task = class(State)
function Task:init(system, identity, priority, queue)
  State.init(self)
  self.system = system
  self.identity = identity
  self.priority = priority
  self.queue = queue
  self.packet_pending = queue ~= nil
  self.next = system.tasks
  system.tasks = self
  system.table[identity] = self
end
function Task:run()
  local packet = nil
  if self:is_waiting_with_packet() then
    packet = self.queue
    self.queue = packet.link
    self.waiting = false
    self.packet_pending = self.queue ~= nil
  end
  return self:step(packet)
end
function Task:receive(packet, sender)
  if self.queue == nil then
    self.queue = packet
    self.packet_pending = true
    if self.priority > sender.priority then return self end
  else
    packet:append_to(self.queue)
  end
  return sender
end
function Task:wait()
  self.waiting = true
  return self
end
function Task:hold()
  self.system.holds = self.system.holds + 1
  self.holding = true
  return self.next
end
function Task:release(identity)
  local task = self.system.table[identity]
  task.holding = false
  if task.priority > self.priority then return task end
  return self
end
function Task:send(packet)
  self.system.sends = self.system.sends + 1
  local receiver = self.system.table[packet.identity]
  packet.link = nil
  packet.identity = self.identity
  return receiver:receive(packet, self)
end

local Idle = class(Task)
function Idle.new(system, count)
  local self = setmetatable({}, Idle)
  Task.init(self, system, IDLE, 0, nil)
  self.control = 1
  self.count = count
  return self
end
-- the exclusive or with 0xD008, bit by bit: Lua 5.4 and LuaJIT spell it differently
local BITS = { 0x8000, 0x4000, 0x1000, 0x8 }
local function flip(number)
  for i = 1, 4 do
    local bit = BITS[i]
    if number % (2 * bit) >= bit then number = number - bit else number = number + bit end
  end
  return number
end
function Idle:step()
  self.count = self.count - 1
  if self.count == 0 then return self:hold() end
  if self.control % 2 == 0 then
    self.control = floor(self.control / 2)
    return self:release(DEVICE_A)
  end
  self.control = flip(floor(self.control / 2))
  return self:release(DEVICE_B)
end

local Worker = class(Task)
function Worker.new(system, queue)
  local self = setmetatable({}, Worker)
  Task.init(self, system, WORKER, 1000, queue)
  self.waiting = true
  self.destination = HANDLER_A
  self.letter = 0
  return self
end
function Worker:step(packet)
  if packet == nil then return self:wait() end
  self.destination = self.destination == HANDLER_A and HANDLER_B or HANDLER_A
  packet.identity = self.destination
  packet.datum = 0
  for i = 1, PACKET_SIZE do
    self.letter = self.letter + 1
    if self.letter > 26 then self.letter = 1 end
    packet.data[i] = 64 + self.letter
  end
  return self:send(packet)
end

local Handler = class(Task)
function Handler.new(system, identity, priority, queue)
  local self = setmetatable({}, Handler)
  Task.init(self, system, identity, priority, queue)
  self.waiting = true
  return self
end
function Handler:step(packet)
  if packet ~= nil then
    if packet.kind == WORK_PACKET then
      self.work = packet:append_to(self.work)
    else
      self.devices = packet:append_to(self.devices)
    end
  end
  local work = self.work
  if work ~= nil then
    if work.datum >= PACKET_SIZE then
      self.work = work.link
      return self:send(work)
    end
    local device = self.devices
    if device ~= nil then
      self.devices = device.link
      device.datum = work.data[work.datum + 1]
      work.datum = work.datum + 1
      return self:send(device)
    end
  end
  return self:wait()
end

local Device = class(Task)
function Device.new(system, identity, priority)
  local self = setmetatable({}, Device)
  Task.init(self, system, identity, priority, nil)
  self.waiting = true
  return self
end
function Device:step(packet)
  if packet == nil then
    packet = self.pending
    if packet == nil then return self:wait() end
    self.pending = nil
    return self:send(packet)
  end
  self.pending = packet
  return self:hold()
end

local function schedule(system)
  local task = system.tasks
  while task ~= nil do
    if task:is_held_or_waiting() then task = task.next else task = task:run() end
  end
end

local function packets(count, identity, kind)
  local queue = nil
  for _ = 1, count do queue = Packet.new(queue, identity, kind) end
  return queue
end

local function run(count)
  local system = { tasks = nil, table = {}, sends = 0, holds = 0 }
  Idle.new(system, count)
  Worker.new(system, packets(2, WORKER, WORK_PACKET))
  Handler.new(system, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE_PACKET))
  Handler.new(system, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE_PACKET))
  Device.new(system, DEVICE_A, 4000)
  Device.new(system, DEVICE_B, 5000)
  schedule(system)
  return system.sends, system.holds
end

local sends, holds
for _ = 1, 22 do
  sends, holds = run(10000)
  assert(sends == 23246 and holds == 9297)
end
print(string.format("(%d, %d)", sends, holds))
