package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * An array of numbers that NumPy has written, of any of its versions, in either order of bytes. Objects are never read, since Python would
 * run what is written in them.
 *
 * @param kind NumPy's letter: b, i, u or f
 * @param width bytes of an element
 * @param dimensions from the slowest to the fastest
 * @param content the elements
 */
record NumpyArray(char kind, int width, List<Integer> dimensions, ByteBuffer content) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 20;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z])(\\d*)[^']*'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d, ]*)\\)");

    /**
     * Reads an array.
     *
     * @param name of the array or file, for messages
     * @throws UnfitDataException if it is none of numbers, or damaged
     */
    static NumpyArray read(String name, InputStream input) throws UnfitDataException, IOException {
        byte[] start = input.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnfitDataException(name + " is not an array in NumPy's format.");
        }
        int lengthBytes = start[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
        byte[] length = input.readNBytes(lengthBytes);
        long headerBytes = 0;
        for (int index = length.length - 1; index >= 0; index--) {
            headerBytes = headerBytes << 8 | Byte.toUnsignedInt(length[index]);
        }
        if (length.length < lengthBytes || headerBytes > LONGEST_HEADER) {
            throw new UnfitDataException(name + " has a header that NumPy does not write.");
        }
        String header = new String(input.readNBytes((int) headerBytes), StandardCharsets.UTF_8);
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        Matcher order = ORDER.matcher(header);
        if (!type.find() || !shape.find() || !order.find()) {
            throw new UnfitDataException(name + " is an array of records, or has a header that NumPy does not write.");
        }
        requireNumbers(name, type.group(2).charAt(0), type.group(3));
        List<Integer> dimensions = dimensions(name, shape.group(1));
        if (order.group(1).equals("True") && dimensions.size() > 1) {
            throw new UnfitDataException(name + " is in Fortran's order. Save numpy.ascontiguousarray of it.");
        }
        int width = Integer.parseInt(type.group(3));
        ByteOrder bytes = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NumpyArray(
                type.group(2).charAt(0),
                width,
                dimensions,
                content(name, dimensions, width, input).order(bytes));
    }

    private static void requireNumbers(String name, char kind, String width) throws UnfitDataException {
        switch (kind) {
            case 'O' ->
                throw new UnfitDataException(
                        name
                                + " holds objects of Python, which are never read. Save numbers, such as array.astype('uint8').");
            case 'U', 'S' ->
                throw new UnfitDataException(
                        name
                                + " holds text, expected numbers. Number it with numpy.unique(array, return_inverse=True), and name the classes in <classNames>.");
            default -> {
                if (!List.of("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8")
                        .contains(kind + width)) {
                    throw new UnfitDataException(
                            "%s holds elements of NumPy's type %s%s, expected whole numbers, float32 or float64."
                                    .formatted(name, kind, width));
                }
            }
        }
    }

    private static List<Integer> dimensions(String name, String text) throws UnfitDataException {
        try {
            return Arrays.stream(text.split("[, ]+"))
                    .filter(size -> !size.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new UnfitDataException("%s has the shape (%s), which is too large.".formatted(name, text));
        }
    }

    private static ByteBuffer content(String name, List<Integer> dimensions, int width, InputStream input)
            throws UnfitDataException, IOException {
        double wanted = width;
        for (int dimension : dimensions) {
            wanted *= dimension;
        }
        Capacity.require((long) Math.min(wanted, Long.MAX_VALUE), "The elements of " + name);
        byte[] content = input.readNBytes((int) wanted);
        if (content.length < wanted || input.read() >= 0) {
            throw new UnfitDataException("%s does not hold as many elements as its header says.".formatted(name));
        }
        return ByteBuffer.wrap(content);
    }

    /** Number of elements. */
    int elements() {
        return content.limit() / width;
    }

    /** An element; large whole numbers lose their last digits. */
    double at(int index) {
        int from = index * width;
        if (kind == 'f') {
            return width == Float.BYTES ? content.getFloat(from) : content.getDouble(from);
        }
        long whole = switch (width) {
            case Byte.BYTES -> content.get(from);
            case Short.BYTES -> content.getShort(from);
            case Integer.BYTES -> content.getInt(from);
            default -> content.getLong(from);
        };
        return kind == 'i' || width == Long.BYTES ? whole : whole & (1L << 8 * width) - 1;
    }
}
