package io.github.distillmaven.dataset.own;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.format.UnfitDataException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Images in the rows of a table.
 *
 * @param levels of all images, one after the other
 * @param labels of the images, as they are written
 */
record CsvTable(byte[] levels, List<String> labels) {

    /**
     * Reads a table whose first line names the columns.
     *
     * @param label name of the column of labels; the others hold the pixels
     */
    static CsvTable read(Path file, char delimiter, String label, ExampleShape shape, PixelScale scale)
            throws UnfitDataException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (Reader text = new InputStreamReader(
                        BOMInputStream.builder().setPath(file).get(),
                        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
                CSVParser rows =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            return read(file, rows.iterator(), label, shape, scale);
        } catch (IOException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw new UnfitDataException(file + " is not in UTF-8. Save it as UTF-8.");
                }
            }
            throw new UnfitDataException("%s cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }

    private static CsvTable read(
            Path file, Iterator<CSVRecord> rows, String label, ExampleShape shape, PixelScale scale)
            throws UnfitDataException {
        if (!hasNext(file, rows, 1)) {
            throw new UnfitDataException(file + " is empty.");
        }
        List<String> header = rows.next().toList();
        int column = column(file, header, label, shape);
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        List<String> labels = new ArrayList<>();
        while (hasNext(file, rows, labels.size() + 2)) {
            CSVRecord row = rows.next();
            long line = row.getRecordNumber();
            if (row.size() != header.size()) {
                throw new UnfitDataException("Row %s of %s has %s cells, and the first row names %s columns."
                        .formatted(line, file, row.size(), header.size()));
            }
            if (row.get(column).isEmpty()) {
                throw new UnfitDataException("Row %s of %s has no label.".formatted(line, file));
            }
            labels.add(row.get(column));
            for (int cell = 0; cell < header.size(); cell++) {
                if (cell != column) {
                    String place = "Column '%s' in row %s of %s".formatted(header.get(cell), line, file);
                    double number = number(row.get(cell), place);
                    if (!scale.fits(number)) {
                        throw scale.refusal(number, place);
                    }
                    levels.write(scale.level(number));
                }
            }
            Capacity.require(levels.size() + (long) shape.values(), "The images of " + file);
        }
        return new CsvTable(levels.toByteArray(), labels);
    }

    /** The parser refuses nothing but quotes. */
    private static boolean hasNext(Path file, Iterator<CSVRecord> rows, int row) throws UnfitDataException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnfitDataException(
                        "The quotes in row %s of %s are wrong: one is not closed, or text follows it. Write a quote within a cell twice."
                                .formatted(row, file));
            }
            throw e;
        }
    }

    private static int column(Path file, List<String> header, String label, ExampleShape shape)
            throws UnfitDataException {
        int column = header.indexOf(label);
        if (column < 0 || header.lastIndexOf(label) > column) {
            throw new UnfitDataException(
                    "%s has %s column '%s' in its first row, which begins with '%s'. Name the column of the labels in <label>."
                            .formatted(
                                    file,
                                    column < 0 ? "no" : "more than one",
                                    label,
                                    String.join(",", header.subList(0, Math.min(header.size(), 3)))));
        }
        if (header.size() - 1 != shape.values()) {
            throw new UnfitDataException("%s has %s columns beside '%s', and a <shape> of %s needs %s.%s"
                    .formatted(
                            file,
                            header.size() - 1,
                            label,
                            shape,
                            shape.values(),
                            header.contains("") ? " One has no name: write the table without an index." : ""));
        }
        return column;
    }

    private static double number(String text, String place) throws UnfitDataException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnfitDataException("%s %s, but a pixel is a number."
                    .formatted(place, text.isEmpty() ? "is empty" : "holds '" + text + "'"));
        }
    }
}
