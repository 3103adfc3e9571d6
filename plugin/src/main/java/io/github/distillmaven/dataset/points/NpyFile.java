package io.github.distillmaven.dataset.points;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays of floats in NumPy's format, version 1.0: one matrix of little-endian single precision, a row for each array.
 *
 * @param rows of equal length, at least one
 */
public record NpyFile(List<float[]> rows) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d{1,6}), (\\d{1,9})\\), \\} *\n");

    public NpyFile {
        rows = List.copyOf(rows);
    }

    /** Writes the matrix. */
    public void write(Path file) throws IOException {
        int columns = rows.get(0).length;
        String shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s, %s), }".formatted(rows.size(), columns);
        int unpadded = MAGIC.length + Short.BYTES + shape.length() + 1;
        String header = shape + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(MAGIC);
            out.write(
                    littleEndian(Short.BYTES).putShort((short) header.length()).array());
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            for (float[] row : rows) {
                ByteBuffer bytes = littleEndian(columns * Float.BYTES);
                bytes.asFloatBuffer().put(row);
                out.write(bytes.array());
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing, truncated or of another form; the message names it
     */
    public static NpyFile read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] start = in.readNBytes(MAGIC.length + Short.BYTES);
            if (start.length < MAGIC.length + Short.BYTES
                    || !ByteBuffer.wrap(MAGIC).equals(ByteBuffer.wrap(start, 0, 8))) {
                throw new IOException(file + ": not in NumPy's format, version 1.0");
            }
            int length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length) & 0xffff;
            Matcher header = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.US_ASCII));
            if (!header.matches()) {
                throw new IOException(file + ": not a matrix of little-endian single precision");
            }
            int columns = Integer.parseInt(header.group(2));
            List<float[]> rows = new ArrayList<>();
            for (int row = 0; row < Integer.parseInt(header.group(1)); row++) {
                byte[] bytes = in.readNBytes(columns * Float.BYTES);
                if (bytes.length < columns * Float.BYTES) {
                    throw new IOException(file + ": ends in row " + (row + 1) + " of " + header.group(1));
                }
                float[] values = new float[columns];
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                rows.add(values);
            }
            return new NpyFile(rows);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
