"""The contestant PyTorch, from Python. Arguments: those of StepSettings, and "contiguous" or "channels-last"."""

import statistics
import sys
import time

import torch
from torch import nn

CLASSES = 10
EPSILON, STEP = 0.06, 0.015


def convolution(inputs, outputs, size, stride):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outputs),
    )


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.residual = nn.Sequential(
            convolution(inputs, outputs, 3, stride),
            nn.ReLU(),
            convolution(outputs, outputs, 3, 1),
        )
        self.shortcut = nn.Identity() if stride == 1 else convolution(inputs, outputs, 1, stride)

    def forward(self, features):
        return torch.relu(self.residual(features) + self.shortcut(features))


def resnet18(width):
    layers = [convolution(3, width, 3, 1), nn.ReLU()]
    inputs = width
    for stage in range(4):
        for block in range(2):
            outputs = width << stage
            layers.append(Block(inputs, outputs, 2 if stage > 0 and block == 0 else 1))
            inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, CLASSES))


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, CLASSES),
    )


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, CLASSES)
    )


def network(job):
    if job.startswith("resnet18-"):
        return resnet18(int(job.split("-")[1])), (3, 32, 32)
    return {"cnn": cnn, "mlp": mlp}[job](), (1, 28, 28)


def times(step, least, seconds):
    """Takes steps for a while, and gives the seconds of each."""
    taken = []
    while len(taken) < least or sum(taken) < seconds:
        began = time.perf_counter()
        step()
        taken.append(time.perf_counter() - began)
    return taken


class Mixed(nn.Module):
    """Computes in bfloat16 what PyTorch deems fit for it. Its casts of the weights last no longer than one pass forward."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, images):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.model(images).float()


def training(model, images, labels):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)

    def step():
        loss = nn.functional.cross_entropy(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss.item()

    model.train()
    return step


def inference(model, images, _labels):
    def step():
        with torch.inference_mode():
            model(images).softmax(1).max(1)

    model.eval()
    return step


def attack(model, images, labels):
    moved = images.clone()

    def step():
        nonlocal moved
        moved.requires_grad_(True)
        loss = nn.functional.cross_entropy(model(moved), labels, reduction="sum")
        (slope,) = torch.autograd.grad(loss, moved)
        with torch.no_grad():
            moved = (moved - STEP * slope.sign()).clamp(images - EPSILON, images + EPSILON).clamp(0, 1)

    model.eval()
    model.requires_grad_(False)
    return step


def peak():
    """Megabytes of memory that the process had at most; nothing where the system does not tell."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    print(f"peak {int(line.split()[1]) // 1024}")
    except FileNotFoundError:
        pass


def main(job, precision, threads, warm_up, measured, seconds, works, memory):
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    model, shape = network(job)
    layout = torch.channels_last if memory == "channels-last" else torch.contiguous_format
    model = model.to(memory_format=layout)
    if precision == "BFLOAT16":
        model = Mixed(model)
    for work in works.split(","):
        name, batch = work.split(":")
        images = torch.rand(int(batch), *shape).contiguous(memory_format=layout)
        labels = torch.randint(CLASSES, (int(batch),))
        step = {"training": training, "inference": inference, "attack": attack}[name](model, images, labels)
        times(step, int(warm_up), float(seconds) / 2)
        median = statistics.median(times(step, int(measured), float(seconds)))
        print(f"{name} {int(batch) / median:.3f}", flush=True)
    peak()


if __name__ == "__main__":
    main(*sys.argv[1:])
