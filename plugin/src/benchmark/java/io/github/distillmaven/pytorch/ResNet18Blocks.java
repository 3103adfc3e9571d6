package io.github.distillmaven.pytorch;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.distillmaven.tensorflow.training.StepSettings;

/** The same ResNet-18 as the engine's, with basic blocks; that of DJL has bottleneck blocks. */
final class ResNet18Blocks {

    private static final int STAGES = 4;
    private static final int BLOCKS = 2;

    private ResNet18Blocks() {}

    static Block network(int width) {
        SequentialBlock network =
                new SequentialBlock().add(convolution(3, width, 1)).add(Activation::relu);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                boolean smaller = stage > 0 && block == 0;
                network.add(block(width << stage, smaller ? 2 : 1)).add(Activation::relu);
            }
        }
        return network.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(StepSettings.CLASSES).build());
    }

    private static Block block(int channels, int stride) {
        Block residual = new SequentialBlock()
                .add(convolution(3, channels, stride))
                .add(Activation::relu)
                .add(convolution(3, channels, 1));
        Block shortcut = stride == 1 ? Blocks.identityBlock() : convolution(1, channels, stride);
        return new ParallelBlock(ResNet18Blocks::sum, List.of(residual, shortcut));
    }

    private static NDList sum(List<NDList> branches) {
        NDArray residual = branches.get(0).singletonOrThrow();
        return new NDList(residual.add(branches.get(1).singletonOrThrow()));
    }

    /** Followed by batch normalisation. */
    private static Block convolution(int size, int channels, int stride) {
        int zeros = size / 2;
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(size, size))
                        .setFilters(channels)
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(zeros, zeros))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build());
    }
}
