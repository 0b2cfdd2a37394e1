"""A virtual machine with a stack: the loop that fetches, decodes and executes instructions, written in Python."""

PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, EQUAL, JUMP, JUMP_IF_ZERO, CALL, RETURN, HALT = range(14)


def assemble(source):
    """Lines of `label:` and `NAME operand`; an operand is a number or a label."""
    code, labels, patches = [], {}, []
    for line in source.split("\n"):
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(code)
            continue
        code.append(globals()[words[0]])
        if len(words) > 1 and not words[1].lstrip("-").isdigit():
            patches.append(len(code))
            code.append(words[1])
        else:
            code.append(int(words[1]) if len(words) > 1 else 0)
    for at in patches:
        code[at] = labels[code[at]]
    return code


def execute(code, memory):
    stack, frames = [], []
    pc = count = 0
    while True:
        op = code[pc]
        operand = code[pc + 1]
        pc += 2
        count += 1
        if op == PUSH:
            stack.append(operand)
        elif op == LOAD:
            stack.append(memory[operand])
        elif op == STORE:
            memory[operand] = stack.pop()
        elif op == ADD:
            b = stack.pop()
            stack[-1] += b
        elif op == SUB:
            b = stack.pop()
            stack[-1] -= b
        elif op == MUL:
            b = stack.pop()
            stack[-1] *= b
        elif op == MOD:
            b = stack.pop()
            stack[-1] %= b
        elif op == LESS:
            b = stack.pop()
            stack[-1] = 1 if stack[-1] < b else 0
        elif op == EQUAL:
            b = stack.pop()
            stack[-1] = 1 if stack[-1] == b else 0
        elif op == JUMP:
            pc = operand
        elif op == JUMP_IF_ZERO:
            if stack.pop() == 0:
                pc = operand
        elif op == CALL:
            frames.append(pc)
            pc = operand
        elif op == RETURN:
            pc = frames.pop()
        else:
            return count


PROGRAM = """
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
"""


def main():
    code = assemble(PROGRAM)
    count = 0
    for _ in range(17):
        memory = [0] * 4
        count += execute(code, memory)
        assert memory[0] == 593823, memory
    print(memory[0], count)


main()
