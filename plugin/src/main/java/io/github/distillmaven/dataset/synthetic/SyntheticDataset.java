package io.github.distillmaven.dataset.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.experiment.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A data set that the plugin draws itself. Its bytes depend on nothing but its name: each image draws from a random
 * stream of its own, so that images can be drawn in any order.
 */
public final class SyntheticDataset {

    private static final Seeds SEEDS = new Seeds(2019);
    private static final int CLASSES = 10;
    private static final int TRAIN_IMAGES = 12_000;
    private static final int TEST_IMAGES = 2_000;

    private final String name;
    private final Drawing drawing;

    private SyntheticDataset(String name, Drawing drawing) {
        this.name = name;
        this.drawing = drawing;
    }

    /**
     * Finds a data set.
     *
     * @param name {@code synthetic-digits} or {@code synthetic-garments}
     * @throws IllegalArgumentException if there is no such synthetic data set
     */
    public static SyntheticDataset named(String name) {
        return switch (name) {
            case "synthetic-digits" -> new SyntheticDataset(name, new SyntheticDigits());
            case "synthetic-garments" -> new SyntheticDataset(name, new SyntheticGarments());
            default -> throw new IllegalArgumentException("no synthetic data set is named " + name);
        };
    }

    /**
     * Draws the images and writes them as MNIST's four files are named and laid out: 12,000 for training and 2,000 for
     * testing, as many of each class, in random order.
     *
     * @param folder an existing folder
     */
    public void write(Path folder) throws IOException {
        write(folder, "train", TRAIN_IMAGES);
        write(folder, "t10k", TEST_IMAGES);
    }

    private void write(Path folder, String split, int images) throws IOException {
        String streams = name + "/" + split + "/";
        byte[] labels = shuffledLabels(images, new Chance(SEEDS.stream(streams + "labels")));
        byte[] pixels = new byte[images * Canvas.SIDE * Canvas.SIDE];
        IntStream.range(0, images).parallel().forEach(index -> {
            UniformRandomProvider words = SEEDS.stream(streams + index);
            byte[] image = drawing.draw(labels[index], new Chance(words));
            System.arraycopy(image, 0, pixels, index * image.length, image.length);
        });
        new IdxFile(List.of(images, Canvas.SIDE, Canvas.SIDE), pixels)
                .write(folder.resolve(split + "-images-idx3-ubyte"));
        new IdxFile(List.of(images), labels).write(folder.resolve(split + "-labels-idx1-ubyte"));
    }

    /** As many of each class, in random order (Fisher and Yates). */
    private static byte[] shuffledLabels(int images, Chance chance) {
        byte[] labels = new byte[images];
        for (int index = 0; index < images; index++) {
            int earlier = chance.below(index + 1);
            labels[index] = labels[earlier];
            labels[earlier] = (byte) (index % CLASSES);
        }
        return labels;
    }
}
