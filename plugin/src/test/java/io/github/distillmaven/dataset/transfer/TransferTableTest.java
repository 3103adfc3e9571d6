package io.github.distillmaven.dataset.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.TransferRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TransferTableTest {

    private static final String HEADER = "index,inputLabel,trueLabel,givenLabel,confidence";

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        TransferTable table = new TransferTable(
                List.of(new TransferRow(0, 3, null, 8, 0.1234567f), new TransferRow(59_999, 3, 3, 8, 1.0e-7f)));
        Path file = folder.resolve("transfer.csv");

        table.write(file);

        assertThat(TransferTable.read(file)).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3,4", "1,2,3,4,high", "1,2,3,4,0.5,6", ""})
    void namesTheLineThatIsNoRow(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("transfer.csv"), HEADER + "\n0,0,,1,0.5\n" + line + "\n");

        assertThatThrownBy(() -> TransferTable.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 3: not '" + HEADER + "': " + line);
    }

    @Test
    void refusesAnotherTable() throws IOException {
        Path file = Files.writeString(folder.resolve("transfer.csv"), "index,label\n0,1\n");

        assertThatThrownBy(() -> TransferTable.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": the first line is not '" + HEADER + "'");
    }

    @Test
    void countsTheLabelsThatAControlChangedAmongTheInputsThatTheTreatmentHasToo() {
        TransferTable treatment = table(0, 1, 2, 3);
        assertThat(table(0, 1, 2, 3).labelsChangedFrom(treatment)).isZero();
        assertThat(table(0, 2, 1, 3).labelsChangedFrom(treatment)).isEqualTo(0.5);
        assertThat(table(9, 1, 2, 3, 7, 7).labelsChangedFrom(treatment)).isEqualTo(0.25);
        assertThat(table(9, 1).labelsChangedFrom(treatment)).isEqualTo(0.5);
        assertThat(new TransferTable(List.of(new TransferRow(100, 0, 0, 1, 1))).labelsChangedFrom(treatment))
                .isNull();
    }

    /** The labels that the first inputs are given. */
    private static TransferTable table(int... given) {
        return new TransferTable(IntStream.range(0, given.length)
                .mapToObj(index -> new TransferRow(index, 0, 0, given[index], 1))
                .toList());
    }
}
