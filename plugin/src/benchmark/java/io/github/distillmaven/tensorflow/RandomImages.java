package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.IdxFile;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Images of noise under random labels. */
final class RandomImages {

    private RandomImages() {}

    /** Of the whole-process benchmark's shape. */
    static ImageSet draw(int count) {
        return draw(BenchmarkJob.SHAPE, count);
    }

    static ImageSet draw(ImageShape shape, int count) {
        UniformRandomProvider random = new Seeds(1).stream("benchmark/images");
        byte[] pixels = new byte[count * shape.bytes()];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int index = 0; index < count; index++) {
            labels[index] = (byte) random.nextInt(BenchmarkJob.CLASSES);
        }
        return new ImageSet(shape, pixels, labels);
    }

    /** Draws images and writes them as a pair of IDX files. */
    static ImageFiles write(int count, Path folder, String name) throws IOException {
        ImageSet set = draw(count);
        ImageShape shape = set.shape();
        Path images = folder.resolve(name + "-images");
        Path labels = folder.resolve(name + "-labels");
        new IdxFile(List.of(count, shape.height(), shape.width()), set.pixels()).write(images);
        new IdxFile(List.of(count), set.labels()).write(labels);
        return new ImageFiles(ImageFiles.Format.IDX, List.of(images, labels));
    }
}
