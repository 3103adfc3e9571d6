package io.github.distillmaven.dataset.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;

/**
 * The "binary version" of CIFAR-10: records of a label byte and three planes of 32x32 bytes, red, green, blue, each
 * row-major; no header. Records of CIFAR-100 have two label bytes.
 */
public final class Cifar10Batches {

    private static final ExampleShape SHAPE = ExampleShape.of(32, 32, 3);
    private static final int PLANE = SHAPE.height() * SHAPE.width();
    private static final int MOST_IMAGES = Integer.MAX_VALUE / SHAPE.values();

    private Cifar10Batches() {}

    /**
     * Reads files, one after the other.
     *
     * @throws IOException if one cannot be read, or is no such file
     */
    public static Examples read(List<Path> batches) throws IOException {
        return read(batches, 1, 0);
    }

    /**
     * The same of records that begin with several labels.
     *
     * @param labelBytes how many there are
     * @param chosen which of them counts, from 0
     * @throws IOException if a file cannot be read, or is no such file
     */
    public static Examples read(List<Path> batches, int labelBytes, int chosen) throws IOException {
        int length = labelBytes + SHAPE.values();
        int images = countImages(batches, labelBytes);
        byte[] pixels = new byte[images * SHAPE.values()];
        byte[] labels = new byte[images];
        int image = 0;
        for (Path batch : batches) {
            byte[] records = Files.readAllBytes(batch);
            for (int record = 0; record < records.length; record += length) {
                labels[image] = records[record + chosen];
                interleave(records, record + labelBytes, pixels, image * SHAPE.values());
                image++;
            }
        }
        return Examples.ofBytes(SHAPE, pixels, labels);
    }

    private static int countImages(List<Path> batches, int labelBytes) throws IOException {
        int length = labelBytes + SHAPE.values();
        long images = 0;
        for (Path batch : batches) {
            long size = Files.size(batch);
            if (size == 0 || size % length != 0) {
                throw new IOException("%s is not a complete CIFAR-%s batch: it has %s bytes, expected a multiple of %s"
                        .formatted(batch, labelBytes == 1 ? 10 : 100, size, length));
            }
            images += size / length;
        }
        if (images > MOST_IMAGES) {
            throw new IOException("%s and its like hold %s images, more than the %s that fit into memory"
                    .formatted(batches.get(0), images, MOST_IMAGES));
        }
        return (int) images;
    }

    private static void interleave(byte[] planes, int from, byte[] pixels, int to) {
        for (int position = 0; position < PLANE; position++) {
            for (int channel = 0; channel < SHAPE.channels(); channel++) {
                pixels[to + position * SHAPE.channels() + channel] = planes[from + channel * PLANE + position];
            }
        }
    }
}
