package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.extension.data.ExampleShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A CSV file")
class CsvFileTest {

    private static final String TRAIN = "label,a,b\noak,0,1\nash,2,3\noak,4,255\n";
    private static final String TEST = "label,a,b\nash,9,8\n";

    @TempDir
    private Path root;

    private Path folder;
    private Declared own;

    @BeforeEach
    void declare() throws IOException {
        folder = Files.createDirectory(root.resolve("tables"));
        Files.writeString(folder.resolve("train.csv"), TRAIN);
        Files.writeString(folder.resolve("test.csv"), TEST);
        own = Declared.of(root.resolve("converted"), "csv", "shape", "1x2x1");
    }

    @Test
    @DisplayName("has an image in each row and its class as a word")
    void isRead() throws Exception {
        DatasetSpec spec = own.convert(folder);

        assertThat(spec.classNames()).containsExactly("ash", "oak");
        assertThat(spec.shape()).isEqualTo(ExampleShape.of(1, 2, 1));
        assertThat(own.read(spec, Split.TRAIN).labels()).containsExactly(1, 0, 1);
        assertThat(own.read(spec, Split.TRAIN).bytes()).containsExactly(0, 1, 2, 3, 4, (byte) 255);
        assertThat(own.read(spec, Split.TEST).bytes()).containsExactly(9, 8);
    }

    @Test
    @DisplayName(
            "may come from a spreadsheet: with a mark of its encoding, quotes, another delimiter, and the labels last")
    void spreadsheets() throws Exception {
        DatasetSpec spec = own.convert(folder);
        Path file = Files.writeString(
                root.resolve("own.csv"),
                "\ufeff\"a\";\"b\";\"Class \"\"x\"\"\"\r\n0;1;\"oak\"\r\n2;3;ash\r\n4;255;oak\r\n9; 8;ash\r\n9;9;oak\r\n");

        DatasetSpec read = Declared.of(
                        root.resolve("sheet"), "csv", "shape", "1x2", "label", "Class \"x\"", "delimiter", "semicolon")
                .with(List.of("ash tree", "oak tree"))
                .convert(file);

        assertThat(read.shape()).isEqualTo(spec.shape());
        assertThat(read.classNames()).containsExactly("ash tree", "oak tree");
    }

    @Test
    @DisplayName("orders classes that are numbers by their value")
    void numbers() throws Exception {
        Files.writeString(folder.resolve("train.csv"), "label,a,b\n10,0,1\n9,2,3\n-1,4,255\n");
        Files.writeString(folder.resolve("test.csv"), "label,a,b\n9,9,8\n");

        assertThat(own.convert(folder).classNames()).containsExactly("9", "10", "-1");
    }

    @Test
    @DisplayName("is refused where a row is ragged, has no label, or holds what is no pixel")
    void rows() throws IOException {
        Path train = folder.resolve("train.csv");
        refused(
                "label,a,b\noak,0,1\nash,2\n",
                "Row 3 of " + train + " has 2 cells, and the first row names 3 columns.");
        refused("label,a,b\n,0,1\n", "Row 2 of " + train + " has no label.");
        refused("label,a,b\noak,0,x\n", "Column 'b' in row 2 of " + train + " holds 'x', but a pixel is a number.");
        refused("label,a,b\noak,0,\n", "Column 'b' in row 2 of " + train + " is empty, but a pixel is a number.");
        refused(
                "label,a,b\noak,NaN,0\n",
                "Column 'a' in row 2 of " + train + " holds NaN, which is not a pixel value. Replace it by a number.");
        refused(
                "label,a,b\noak,256,0\n",
                "Column 'a' in row 2 of " + train
                        + " holds 256.0; pixels are whole numbers from 0 to 255. If the largest is 1, set <maximum> to 1.");
        refused("label,a,b\n", train + " holds no row below the names of the columns.");
        refused("", train + " is empty.");
        refused(
                "label,a,b\noak,\"0,1\n",
                "The quotes in row 2 of " + train
                        + " are wrong: one is not closed, or text follows it. Write a quote within a cell twice.");
        refused(
                "label,a,b\noak,0,1\n\"oak\"y,0,1\n",
                "The quotes in row 3 of " + train
                        + " are wrong: one is not closed, or text follows it. Write a quote within a cell twice.");
    }

    @Test
    @DisplayName("is refused where its columns are not those of the labels and the pixels")
    void columns() throws IOException {
        Path train = folder.resolve("train.csv");
        refused(
                "class,a,b\noak,0,1\n",
                train
                        + " has no column 'label' in its first row, which begins with 'class,a,b'. Name the column of the labels in <label>.");
        refused(
                ",label,a,b\n0,oak,0,1\n",
                train
                        + " has 3 columns beside 'label', and a <shape> of 1x2x1 needs 2. One has no name: write the table without an index.");
        Files.write(train, "label,a,b\n\u00e9,0,1\n".getBytes(StandardCharsets.ISO_8859_1));
        own.assertRefused(folder, train + " is not in UTF-8. Save it as UTF-8.");
        Files.delete(train);
        own.assertRefused(folder, folder + " holds no file train.csv.");
        Declared.of(root.resolve("shapeless"), "csv")
                .assertRefused(folder, "<shape> is missing. Give it, such as 28x28x1.");
    }

    private void refused(String table, String sentence) throws IOException {
        Files.writeString(folder.resolve("train.csv"), table);
        if (sentence.endsWith(": ")) {
            assertThatThrownBy(() -> own.convert(folder)).hasMessageStartingWith(sentence);
        } else {
            own.assertRefused(folder, sentence);
        }
    }
}
