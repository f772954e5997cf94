"""The cases that CPython's torch has, measured as JMH measures the others: `cpython.py --list` prints the versions and the cases,
`cpython.py --result FILE CASE...` writes the figures of cases in the form of JMH's result files."""

import argparse
import gc
import json
import platform
import statistics
import subprocess
import sys
import time

try:
    import torch
    from torch.nn import functional
except ImportError:
    sys.exit(1)

WIDTH, HEADS, CAPACITY, POSITION, VOCABULARY = 256, 8, 256, 128, 512


def attention(q, k, v):
    return (q @ k.transpose(-2, -1) * q.shape[-1] ** -0.5).softmax(-1) @ v


# Before 2.0 there is none in one operator.
scaled_dot_product_attention = getattr(functional, "scaled_dot_product_attention", attention)


def loop(operation):
    """A function that runs an operation n times and returns the seconds that took."""

    def run(n):
        start = time.perf_counter()
        for _ in range(n):
            operation()
        return time.perf_counter() - start

    return run


def of_operands(operation):
    def prepare():
        a = torch.tensor([1.0, 2.0, 3.0, 4.0])
        return loop(lambda: operation(a))

    return prepare


def mul4_grad():
    parameter = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
    b = torch.tensor([5.0, 6.0, 7.0, 8.0])
    return loop(lambda: parameter * b)


def chain():
    x = torch.arange(16.0)
    w = x.view(4, 4)
    return loop(lambda: x.view(4, 4).transpose(0, 1).matmul(w))


def error():
    a, x = torch.ones(4), torch.ones(16)

    def refused():
        try:
            a * x
        except RuntimeError:
            return
        raise AssertionError("torch multiplied shapes that do not match")

    return loop(refused)


def scope():
    def run(n):
        seconds = 0
        for _ in range(n):
            tensors = [torch.empty(4) for _ in range(1000)]
            start = time.perf_counter()
            tensors.clear()
            seconds += time.perf_counter() - start
        return seconds

    return run


class Net:
    def __init__(self):
        self.x, self.target = torch.randn(8, 64), torch.randn(8, 64)
        shapes = [(64, 64), (64,), (64, 64), (64,)]
        self.parameters = [torch.randn(shape).requires_grad_() for shape in shapes]
        try:
            self.adam = torch.optim.AdamW(self.parameters, lr=0.0, weight_decay=0.01, fused=True)
        except (RuntimeError, TypeError):  # older ones have no fused step, or on GPUs only
            self.adam = torch.optim.AdamW(self.parameters, lr=0.0, weight_decay=0.01)
        self.forward_backward()

    def forward_backward(self):
        w1, b1, w2, b2 = self.parameters
        self.adam.zero_grad()
        hidden = functional.linear(self.x, w1, b1).relu()
        functional.mse_loss(functional.linear(hidden, w2, b2), self.target).backward()

    def train_step(self):
        self.forward_backward()
        self.adam.step()


class Block:
    def __init__(self):
        def linear(rows, columns):
            return torch.randn(rows, columns), torch.randn(rows)

        self.ln1, self.ln2 = ((torch.randn(WIDTH), torch.randn(WIDTH)) for _ in range(2))
        self.query, self.key, self.value, self.proj = (linear(WIDTH, WIDTH) for _ in range(4))
        self.fc, self.out = linear(4 * WIDTH, WIDTH), linear(WIDTH, 4 * WIDTH)
        self.keys, self.values = (torch.randn(1, HEADS, CAPACITY, WIDTH // HEADS) for _ in range(2))

    def forward(self, x):
        h = functional.layer_norm(x, (WIDTH,), *self.ln1)
        q, k, v = (
            functional.linear(h, *layer).view(1, HEADS, 1, WIDTH // HEADS) for layer in (self.query, self.key, self.value)
        )
        self.keys.narrow(2, POSITION, 1).copy_(k)
        self.values.narrow(2, POSITION, 1).copy_(v)
        attended = scaled_dot_product_attention(
            q, self.keys.narrow(2, 0, POSITION + 1), self.values.narrow(2, 0, POSITION + 1)
        )
        x = x + functional.linear(attended.view(1, 1, WIDTH), *self.proj)
        h = functional.layer_norm(x, (WIDTH,), *self.ln2)
        return x + functional.linear(functional.gelu(functional.linear(h, *self.fc)), *self.out)


def decode():
    token_embedding, position_embedding = torch.randn(VOCABULARY, WIDTH), torch.randn(1, CAPACITY, WIDTH)
    token = torch.zeros(1, 1, dtype=torch.int64)
    blocks = [Block() for _ in range(8)]
    ln_f, head = (torch.randn(WIDTH), torch.randn(WIDTH)), torch.randn(VOCABULARY, WIDTH)

    def step():
        with torch.no_grad():
            x = functional.embedding(token, token_embedding) + position_embedding.narrow(1, POSITION, 1)
            for block in blocks:
                x = block.forward(x)
            functional.linear(functional.layer_norm(x, (WIDTH,), *ln_f), head)

    return loop(step)


def copy(size):
    source, target = bytearray(size), bytearray(size)

    def round_trip():
        tensor = torch.frombuffer(source, dtype=torch.float32).clone()
        torch.frombuffer(target, dtype=torch.float32).copy_(tensor)

    return loop(round_trip)


def view(size):
    source = bytearray(size)
    return loop(lambda: torch.frombuffer(source, dtype=torch.float32).data_ptr())


def startup():
    program = "import torch; a = torch.ones(4); print((a * a).sum().item())"
    return loop(lambda: subprocess.run([sys.executable, "-c", program], check=True, capture_output=True))


def first_call():
    a = torch.tensor([1.0, 2.0, 3.0, 4.0])
    return loop(lambda: a * a)


SIZES = {"4b": 4, "4kib": 4 << 10, "4mib": 4 << 20, "256mib": 256 << 20}
CASES = {
    "getter": of_operands(lambda a: a.size(0)),
    "mul4": of_operands(lambda a: a * a),
    "mul4-grad": mul4_grad,
    "add-scalar": of_operands(lambda a: a + 2.0),
    "chain": chain,
    "cat4": of_operands(lambda a: torch.cat((a, a, a, a))),
    "error": error,
    "scope": scope,
    "net": lambda: loop(Net().forward_backward),
    "optimizer": lambda: loop(Net().adam.step),
    "train-step": lambda: loop(Net().train_step),
    "decode": decode,
    **{f"copy-{name}": lambda size=size: copy(size) for name, size in SIZES.items()},
    **{f"view-{name}": lambda size=size: view(size) for name, size in SIZES.items()},
    "first-call": first_call,
    "startup": startup,
}
ONCE = {"first-call", "startup"}


def measure(name, arguments):
    """Nanoseconds an operation: a figure for each iteration."""
    run = CASES[name]()
    if name in ONCE:
        return [run(1) * 1e9]
    n, seconds, budget = 1, 0.0, arguments.warmup_ms / 1e3
    while seconds < budget:
        last = run(n)
        seconds += last
        if last < budget / 8:
            n *= 2
    count = max(1, round(n * arguments.ms / 1e3 / max(last, 1e-9)))
    gc.collect()
    return [run(count) / count * 1e9 for _ in range(arguments.iterations)]


def method(name):
    """`mul4-grad` as JMH knows it: the method mul4Grad; the size of `copy-4kib` is a parameter."""
    words = name.split("-")
    size = words.pop() if words[-1] in SIZES else None
    return words[0] + "".join(word.capitalize() for word in words[1:]), size


def as_jmh(name, figures):
    function, size = method(name)
    result = {
        "benchmark": "org.gatun.benchmarks.cpython.Torch." + function,
        "primaryMetric": {"score": statistics.mean(figures), "scoreUnit": "ns/op", "rawData": [figures]},
    }
    if size:
        result["params"] = {"size": size}
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--result")
    parser.add_argument("--warmup-ms", type=int, default=300)
    parser.add_argument("--iterations", type=int, default=5)
    parser.add_argument("--ms", type=int, default=60)
    parser.add_argument("cases", nargs="*")
    arguments = parser.parse_args()
    if arguments.list:
        print(f"torch {torch.__version__}, CPython {platform.python_version()}", *CASES, sep="\n")
        return
    results = [as_jmh(name, measure(name, arguments)) for name in arguments.cases]
    with open(arguments.result, "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)


main()
