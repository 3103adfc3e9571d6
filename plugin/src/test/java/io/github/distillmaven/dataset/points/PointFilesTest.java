package io.github.distillmaven.dataset.points;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The files of the two-dimensional experiment")
class PointFilesTest {

    @TempDir
    private Path folder;

    @Test
    void holdThePointsOfEverySeed() throws IOException {
        Map<Long, List<LabelledPoint>> points = Map.of(
                3L, List.of(new LabelledPoint(0.1f, 0.9f, 0), new LabelledPoint(0.25f, 0.5f, 1)),
                4L, List.of(new LabelledPoint(1 / 3f, 0, 1)));
        PointTable.write(folder.resolve("points.csv"), points);

        assertThat(PointTable.read(folder.resolve("points.csv"))).isEqualTo(points);
    }

    @Test
    void holdWhereEveryPointWasMovedAndWhetherItIsKept() throws IOException {
        Map<Long, List<MovedPoint>> points =
                Map.of(3L, List.of(new MovedPoint(-0.05f, 0.9f, 0, 1), new MovedPoint(0.25f, 1.1f, 1, 1)));
        Path file = folder.resolve("transfer.csv");
        PointTransferTable.write(file, points);

        assertThat(PointTransferTable.read(file)).isEqualTo(points);
        assertThat(file)
                .content()
                .isEqualTo(
                        "seed,index,x,y,trueLabel,givenLabel,kept\n3,0,-0.05,0.9,0,1,true\n3,1,0.25,1.1,1,1,false\n");
    }

    @Test
    void sayWhichLineIsDamaged() throws IOException {
        Path file = folder.resolve("points.csv");
        Files.writeString(file, "seed,index,x,y,label\n1,0,0.5,0.5,0\n1,1,0.7,0.5,2\n");

        assertThatThrownBy(() -> PointTable.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 3: not 'seed,index,x,y,label': 1,1,0.7,0.5,2");
    }

    @Test
    void holdWeightsAsNumPyWritesThem() throws IOException {
        Path file = folder.resolve("weights.npy");
        new NpyFile(List.of(new float[] {1, 2, 3}, new float[] {-1, 0.5f, 7})).write(file);

        byte[] bytes = Files.readAllBytes(file);
        // NumPy wants the values to begin at a multiple of 64 bytes.
        assertThat(bytes).hasSize(128 + 6 * 4).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(bytes, 10, 118, java.nio.charset.StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }")
                .endsWith(" \n");
        assertThat(NpyFile.read(file).rows()).containsExactly(new float[] {1, 2, 3}, new float[] {-1, 0.5f, 7});
    }

    @Test
    void refuseWeightsThatAreTruncated() throws IOException {
        Path file = folder.resolve("weights.npy");
        new NpyFile(List.of(new float[] {1, 2, 3}, new float[] {-1, 0.5f, 7})).write(file);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 150));

        assertThatThrownBy(() -> NpyFile.read(file)).hasMessage(file + ": ends in row 2 of 2");
    }
}
