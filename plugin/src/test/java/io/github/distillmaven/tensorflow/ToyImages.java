package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.IdxFile;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Tiny grey images that even a linear model tells apart: noise below 100, and a bright bar whose row is the class. */
final class ToyImages {

    static final Moments MOMENTS = new Moments(List.of(0.2), List.of(0.3));

    private static final int NOISE_BELOW = 100;
    private static final byte BRIGHT = (byte) 250;

    private ToyImages() {}

    /** Square images; their classes take turns. */
    static ImageSet draw(int count, int side, int classes, long seed) {
        UniformRandomProvider random = new Seeds(seed).stream("toy-images");
        ImageShape shape = new ImageShape(side, side, 1);
        byte[] pixels = new byte[count * shape.bytes()];
        byte[] labels = new byte[count];
        for (int index = 0; index < pixels.length; index++) {
            pixels[index] = (byte) random.nextInt(NOISE_BELOW);
        }
        for (int image = 0; image < count; image++) {
            int label = image % classes;
            labels[image] = (byte) label;
            int row = (2 * label + 1) * side / (2 * classes);
            for (int column = 0; column < side; column++) {
                pixels[image * shape.bytes() + row * side + column] = BRIGHT;
            }
        }
        return new ImageSet(shape, pixels, labels);
    }

    /** Writes a set as a pair of IDX files. */
    static ImageFiles write(ImageSet set, Path folder, String name) throws IOException {
        Path images = folder.resolve(name + "-images-idx3-ubyte");
        Path labels = folder.resolve(name + "-labels-idx1-ubyte");
        ImageShape shape = set.shape();
        new IdxFile(List.of(set.size(), shape.height(), shape.width(), shape.channels()), set.pixels()).write(images);
        new IdxFile(List.of(set.size()), set.labels()).write(labels);
        return new ImageFiles(ImageFiles.Format.IDX, List.of(images, labels));
    }
}
