package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import org.apache.commons.rng.UniformRandomProvider;

/** Images of noise under random labels. */
public final class RandomImages {

    private RandomImages() {}

    /** Of the whole-process benchmark's shape. */
    static Examples draw(int count) {
        return draw(BenchmarkJob.SHAPE, count);
    }

    public static Examples draw(ExampleShape shape, int count) {
        UniformRandomProvider random = new Seeds(1).stream("benchmark/images");
        byte[] pixels = new byte[count * shape.values()];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int index = 0; index < count; index++) {
            labels[index] = (byte) random.nextInt(BenchmarkJob.CLASSES);
        }
        return Examples.ofBytes(shape, pixels, labels);
    }

    /** Draws images and writes them as a pair of IDX files. */
    static ExampleFiles write(int count, Path folder, String name) throws IOException {
        return ExampleWriter.write(draw(count), Files.createDirectories(folder.resolve(name)));
    }
}
