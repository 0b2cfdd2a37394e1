"""Classes, virtual calls, linked structures: tasks that pass messages through queues."""


class Packet:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value
        self.next = None


class Queue:
    def __init__(self):
        self.head = None
        self.tail = None
        self.length = 0

    def put(self, packet):
        if self.head is None:
            self.head = packet
        else:
            self.tail.next = packet
        self.tail = packet
        self.length += 1

    def take(self):
        packet = self.head
        self.head = packet.next
        packet.next = None
        self.length -= 1
        return packet


class Task:
    def __init__(self, name, priority):
        self.name = name
        self.priority = priority
        self.queue = Queue()
        self.handled = 0

    def step(self, scheduler):
        while self.queue.length > 0:
            self.handle(self.queue.take(), scheduler)
            self.handled += 1

    def handle(self, packet, scheduler):
        raise NotImplementedError


class Producer(Task):
    def __init__(self, name, priority, count):
        super().__init__(name, priority)
        self.left = count
        self.seed = 7

    def step(self, scheduler):
        for _ in range(20):
            if self.left == 0:
                return
            self.left -= 1
            self.seed = (self.seed * 1309 + 13849) & 65535
            kind = "even" if self.seed % 2 == 0 else "odd"
            scheduler.send("filter", Packet(kind, self.seed))


class Filter(Task):
    def handle(self, packet, scheduler):
        if packet.kind == "even":
            packet.value //= 2
            scheduler.send("adder", packet)
        elif packet.value % 3 == 0:
            scheduler.send("adder", packet)
        else:
            packet.kind = "even"
            scheduler.send("filter", Packet("even", packet.value * 2))


class Adder(Task):
    def __init__(self, name, priority):
        super().__init__(name, priority)
        self.total = 0

    def handle(self, packet, scheduler):
        self.total += packet.value


class Scheduler:
    def __init__(self, tasks):
        self.tasks = sorted(tasks, key=lambda task: task.priority)
        self.by_name = {task.name: task for task in tasks}

    def send(self, name, packet):
        self.by_name[name].queue.put(packet)

    def run(self):
        while True:
            for task in self.tasks:
                task.step(self)
            if self.tasks[0].left == 0 and all(task.queue.length == 0 for task in self.tasks):
                return


producer, adder = Producer("producer", 0, 900000), Adder("adder", 2)
filter_task = Filter("filter", 1)
Scheduler([adder, filter_task, producer]).run()
assert adder.handled == 900000
print(adder.total, filter_task.handled)
