package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import org.apache.commons.rng.UniformRandomProvider;

/** Tiny grey images that even a linear model tells apart: noise below 100, and a bright bar whose row is the class. */
public final class ToyImages {

    public static final Moments MOMENTS = new Moments(List.of(0.2), List.of(0.3));

    private static final int NOISE_BELOW = 100;
    private static final byte BRIGHT = (byte) 250;

    private ToyImages() {}

    /** Square images; their classes take turns. */
    public static Examples draw(int count, int side, int classes, long seed) {
        UniformRandomProvider random = new Seeds(seed).stream("toy-images");
        ExampleShape shape = ExampleShape.of(side, side, 1);
        byte[] pixels = new byte[count * shape.values()];
        byte[] labels = new byte[count];
        for (int index = 0; index < pixels.length; index++) {
            pixels[index] = (byte) random.nextInt(NOISE_BELOW);
        }
        for (int image = 0; image < count; image++) {
            int label = image % classes;
            labels[image] = (byte) label;
            int row = (2 * label + 1) * side / (2 * classes);
            for (int column = 0; column < side; column++) {
                pixels[image * shape.values() + row * side + column] = BRIGHT;
            }
        }
        return Examples.ofBytes(shape, pixels, labels);
    }

    /** Writes a set as a pair of IDX files. */
    static ExampleFiles write(Examples set, Path folder, String name) throws IOException {
        return ExampleWriter.write(set, Files.createDirectories(folder.resolve(name)));
    }
}
