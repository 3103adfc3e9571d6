package io.github.distillmaven.dataset.format;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;

/**
 * An array of unsigned bytes in the IDX format of MNIST: two zero bytes, the type 8, the number of dimensions, each
 * dimension as a big-endian 32-bit integer, the bytes.
 *
 * @param dimensions from the slowest to the fastest, 1 to 4 of them
 * @param bytes as many as the product of the dimensions
 */
public record IdxFile(List<Integer> dimensions, byte[] bytes) {

    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int MOST_DIMENSIONS = 4;

    /** How many bytes a byte of gzip can stand for. */
    private static final long MOST_PACKED = 1032;

    private static final int BUFFER = 1 << 16;

    public IdxFile {
        dimensions = List.copyOf(dimensions);
        ArraySize size = new ArraySize(dimensions);
        if (size.elements() != bytes.length) {
            throw new IllegalArgumentException(bytes.length + " bytes are not " + size);
        }
    }

    /** The bytes of images: three dimensions for grey ones, four with the channels last for colour. */
    public static IdxFile ofImages(Examples images) {
        ExampleShape shape = images.shape();
        return new IdxFile(
                shape.channels() == 1
                        ? List.of(images.size(), shape.height(), shape.width())
                        : List.of(images.size(), shape.height(), shape.width(), shape.channels()),
                images.bytes());
    }

    /** The labels of images, each below 256: one dimension. */
    public static IdxFile ofLabels(Examples images) {
        byte[] labels = new byte[images.size()];
        for (int index = 0; index < labels.length; index++) {
            labels[index] = (byte) images.label(index);
        }
        return new IdxFile(List.of(labels.length), labels);
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        try (DataOutputStream output = new DataOutputStream(Files.newOutputStream(file))) {
            output.writeInt(UNSIGNED_BYTES + dimensions.size());
            for (int dimension : dimensions) {
                output.writeInt(dimension);
            }
            output.write(bytes);
        }
    }

    /**
     * Reads a file, packed by gzip where its name ends in {@code .gz}. What its header says is held against its size before memory is set
     * aside.
     *
     * @throws IOException if it cannot be read, is not IDX of unsigned bytes, or its size is not what its header says
     */
    public static IdxFile read(Path file) throws IOException {
        long size = Files.size(file);
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream input = new DataInputStream(packed ? new GZIPInputStream(raw, BUFFER) : raw)) {
            int magic = input.readInt();
            int rank = magic - UNSIGNED_BYTES;
            if (rank < 1 || rank > MOST_DIMENSIONS) {
                throw new IOException(
                        "%s is not an IDX file of unsigned bytes: it begins with 0x%08x, expected 0x00000801 to 0x%08x"
                                .formatted(file, magic, UNSIGNED_BYTES + MOST_DIMENSIONS));
            }
            List<Integer> dimensions = new ArrayList<>();
            for (int dimension = 0; dimension < rank; dimension++) {
                dimensions.add(input.readInt());
            }
            if (packed) {
                checkPackedSize(file, size, dimensions);
            } else {
                checkSize(file, size, dimensions);
            }
            byte[] bytes = new byte[(int) new ArraySize(dimensions).elements()];
            input.readFully(bytes);
            if (input.read() >= 0) {
                throw new IOException("%s does not hold what its header says: more than the expected %s"
                        .formatted(file, new ArraySize(dimensions)));
            }
            return new IdxFile(dimensions, bytes);
        } catch (ZipException e) {
            throw new IOException("%s is not a gzip file, or is damaged".formatted(file), e);
        } catch (EOFException e) {
            throw new IOException("%s ends too early: it has %s bytes".formatted(file, size), e);
        }
    }

    /** No gzip file can hold more. */
    private static void checkPackedSize(Path file, long size, List<Integer> dimensions) throws IOException {
        ArraySize expected = new ArraySize(dimensions);
        if (expected.elements() < 0 || expected.elements() > MOST_PACKED * size) {
            throw new IOException("%s does not hold what its header says: %s bytes packed, expected %s unpacked"
                    .formatted(file, size, expected));
        }
    }

    private static void checkSize(Path file, long size, List<Integer> dimensions) throws IOException {
        long header = 4 + 4L * dimensions.size();
        ArraySize expected = new ArraySize(dimensions);
        if (expected.elements() != size - header) {
            throw new IOException("%s does not hold what its header says: %s bytes after the header, expected %s"
                    .formatted(file, size - header, expected));
        }
    }
}
