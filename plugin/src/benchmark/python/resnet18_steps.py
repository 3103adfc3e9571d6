"""The contestant PyTorch, from Python, in float32. Arguments: those of StepSettings."""

import sys
import time

import torch
from torch import nn

BATCH, SIZE, CHANNELS, CLASSES = 128, 32, 3, 10


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


def network(width):
    layers = [convolution(CHANNELS, width, 3, 1), nn.ReLU()]
    inputs = width
    for stage in range(4):
        for block in range(2):
            outputs = width << stage
            layers.append(Block(inputs, outputs, 2 if stage > 0 and block == 0 else 1))
            inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, CLASSES))


def main(width, _precision, threads, warm_up, measured):
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    model = network(int(width))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
    images = torch.randn(BATCH, CHANNELS, SIZE, SIZE)
    labels = torch.randint(CLASSES, (BATCH,))
    for step in range(int(warm_up) + int(measured)):
        began = time.perf_counter()
        loss = nn.functional.cross_entropy(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss.item()
        if step >= int(warm_up):
            print(f"step {(time.perf_counter() - began) * 1000:.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
