package io.github.distillmaven.dataset.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An array in NumPy's format, version 1.0, in the order of C and with the lowest byte first.
 *
 * @param type of its elements
 * @param dimensions from the slowest to the fastest; none for a single element
 * @param content as many elements as the product of the dimensions, lowest byte first
 */
public record NpyFile(Type type, List<Integer> dimensions, ByteBuffer content) {

    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** Bytes before the text of the header. */
    static final int PREFIX = MAGIC.length + Short.BYTES;

    public NpyFile {
        dimensions = List.copyOf(dimensions);
        content = content.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        ArraySize size = new ArraySize(dimensions);
        if (size.elements() * type.width != content.limit()) {
            throw new IllegalArgumentException(
                    "%s bytes are not %s of %s".formatted(content.limit(), size, type.text()));
        }
    }

    /** Element types, named as NumPy names them. */
    public enum Type {
        FLOAT32("<f4", Float.BYTES),
        INT32("<i4", Integer.BYTES),
        UINT8("|u1", Byte.BYTES);

        private final String code;
        private final int width;

        Type(String code, int width) {
            this.code = code;
            this.width = width;
        }

        /** As it stands in a header. */
        String code() {
            return code;
        }

        /** Bytes of an element. */
        int width() {
            return width;
        }

        /** Such as {@code float32}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An array of floats. */
    public static NpyFile of(List<Integer> dimensions, float[] floats) {
        ByteBuffer content = content(floats.length, Type.FLOAT32);
        content.asFloatBuffer().put(floats);
        return new NpyFile(Type.FLOAT32, dimensions, content);
    }

    /** An array of whole numbers. */
    public static NpyFile of(List<Integer> dimensions, int[] numbers) {
        ByteBuffer content = content(numbers.length, Type.INT32);
        content.asIntBuffer().put(numbers);
        return new NpyFile(Type.INT32, dimensions, content);
    }

    /** An array of unsigned bytes. */
    public static NpyFile of(List<Integer> dimensions, byte[] bytes) {
        return new NpyFile(Type.UINT8, dimensions, ByteBuffer.wrap(bytes));
    }

    /** The elements of an array of {@link Type#FLOAT32}. */
    public float[] floats() {
        require(Type.FLOAT32);
        float[] floats = new float[content.limit() / Float.BYTES];
        content.asFloatBuffer().get(floats);
        return floats;
    }

    /** The elements of an array of {@link Type#INT32}. */
    public int[] ints() {
        require(Type.INT32);
        int[] ints = new int[content.limit() / Integer.BYTES];
        content.asIntBuffer().get(ints);
        return ints;
    }

    /** The elements of an array of {@link Type#UINT8}. */
    public byte[] bytes() {
        require(Type.UINT8);
        byte[] bytes = new byte[content.limit()];
        content.get(0, bytes);
        return bytes;
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        byte[] header = new NpyHeader(type, dimensions).text().getBytes(StandardCharsets.US_ASCII);
        byte[] elements = new byte[content.limit()];
        content.get(0, elements);
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(MAGIC);
            output.write(ByteBuffer.allocate(Short.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) header.length)
                    .array());
            output.write(header);
            output.write(elements);
        }
    }

    /**
     * Reads a file. What its header says is held against its size before memory is set aside.
     *
     * @throws IOException if it cannot be read, is of another form or type, or its size is not what its header says; the message
     *     names the file, what was found and what was expected
     */
    public static NpyFile read(Path file) throws IOException {
        long size = Files.size(file);
        try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
            byte[] prefix = input.readNBytes(PREFIX);
            if (prefix.length < PREFIX || !ByteBuffer.wrap(MAGIC).equals(ByteBuffer.wrap(prefix, 0, MAGIC.length))) {
                throw new IOException(file + " is not an array in NumPy's format, version 1.0");
            }
            int length = Short.toUnsignedInt(
                    ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length));
            byte[] text = input.readNBytes(length);
            NpyHeader header = NpyHeader.read(file, new String(text, StandardCharsets.US_ASCII));
            ArraySize expected = new ArraySize(header.dimensions());
            long bytes = expected.elements() * header.type().width();
            if (bytes != size - PREFIX - length) {
                throw new IOException(
                        "%s does not hold what its header says: %s bytes after the header, expected %s of %s"
                                .formatted(
                                        file,
                                        size - PREFIX - length,
                                        expected,
                                        header.type().text()));
            }
            if (bytes > Integer.MAX_VALUE) {
                throw new IOException("%s holds %s of %s, which is more than fits into memory"
                        .formatted(file, expected, header.type().text()));
            }
            byte[] content = new byte[(int) bytes];
            input.readFully(content);
            return new NpyFile(header.type(), header.dimensions(), ByteBuffer.wrap(content));
        }
    }

    private void require(Type wanted) {
        if (type != wanted) {
            throw new IllegalStateException("an array of " + type.text() + " is none of " + wanted.text());
        }
    }

    private static ByteBuffer content(int elements, Type type) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, type.width)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
