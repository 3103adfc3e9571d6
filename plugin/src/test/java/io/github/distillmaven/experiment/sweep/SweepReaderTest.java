package io.github.distillmaven.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("What is written in <sweep>")
class SweepReaderTest {

    private static final String ONE = "Experiment 'x' cannot run, its configuration has an error:\n  - ";

    private final SweepReader reader = new SweepReader(new ExperimentReader(new DatasetCatalog(), new MetricNames()));

    @Test
    @DisplayName("is one experiment where nothing is swept, with its own name")
    void isOneExperiment() throws Exception {
        Sweep sweep = read("teacher.epochs", "2");

        assertThat(sweep.sweeps()).isFalse();
        assertThat(sweep.first().experiment().name()).isEqualTo("x");
        assertThat(read("sweep", "none").sweeps()).isFalse();
        assertThat(read("sweep", "").sweeps()).isFalse();
    }

    @Test
    @DisplayName("is the product of its axes in their order, each cell laid over the experiment")
    void isTheProduct() throws Exception {
        Sweep sweep = read(
                "replicates", "3",
                "teacher.epochs", "9",
                "student.batchSize", "32",
                "sweep.teacher.epochs", "1, 2",
                "sweep.student.network", "cnn,mlp");

        assertThat(sweep.settings()).containsExactly("teacher.epochs", "student.network");
        assertThat(sweep.cells())
                .extracting(SweepCell::name)
                .containsExactly(
                        "teacher.epochs=1,student.network=cnn",
                        "teacher.epochs=1,student.network=mlp",
                        "teacher.epochs=2,student.network=cnn",
                        "teacher.epochs=2,student.network=mlp");
        SweepCell third = sweep.cells().get(2);
        assertThat(third.values())
                .containsExactly(Map.entry("teacher.epochs", "2"), Map.entry("student.network", "cnn"));
        assertThat(third.experiment().name()).isEqualTo("x/teacher.epochs=2,student.network=cnn");
        assertThat(third.experiment().teacher().epochs()).isEqualTo(2);
        assertThat(third.experiment().student().batchSize()).isEqualTo(32);
        assertThat(third.experiment().settings()).contains(new SettingValue("teacher.epochs", "2", Origin.POM));
    }

    @Test
    @DisplayName("is a list of cells, of which each may set other settings")
    void isAList() throws Exception {
        Sweep sweep = read(
                "sweep.cells.cell.teacher.epochs", "1",
                "sweep.cells.cell.student.epochs", "4",
                "sweep.cells.cell[2].teacher.epochs", "2");

        assertThat(sweep.cells())
                .extracting(SweepCell::name)
                .containsExactly("teacher.epochs=1,student.epochs=4", "teacher.epochs=2");
        assertThat(sweep.cells().get(1).values())
                .containsExactly(Map.entry("teacher.epochs", "2"), Map.entry("student.epochs", "5"));
    }

    @Test
    @DisplayName("has a short form for the command line, which takes the place of that of the POM")
    void hasAShortForm() throws Exception {
        Sweep sweep = read(List.of(
                layer(Origin.POM, "sweep.student.epochs", "1, 2, 3"),
                layer(Origin.COMMAND_LINE, "sweep", "teacher.epochs=1,2; student.network = mlp")));

        assertThat(sweep.cells())
                .extracting(SweepCell::name)
                .containsExactly("teacher.epochs=1,student.network=mlp", "teacher.epochs=2,student.network=mlp");
    }

    @Test
    @DisplayName("gives cells names that are folders on every file system, and no two the same")
    void givesSafeNames() {
        assertThat(CellName.of(Map.of("transfer.epsilon", "8/255"))).isEqualTo("transfer.epsilon=8-255-6d0f31ed");
        assertThat(CellName.of(Map.of("transfer.epsilon", "8-255"))).isEqualTo("transfer.epsilon=8-255");
        assertThat(CellName.of(Map.of("teacher.model", "C:\\a b\\c.")))
                .matches("teacher\\.model=C-a-b-c\\.-[0-9a-f]{8}");
        assertThat(CellName.of(Map.of("a", "1".repeat(100)))).hasSize(80);
        assertThat(CellName.of(Map.of("a", "1."))).isNotEqualTo("a=1.").doesNotEndWith(".");
    }

    @Test
    @DisplayName("counts the replicates of its cells on for shards")
    void countsReplicatesOn() throws Exception {
        Sweep sweep = read("replicates", "2", "shard", "3/4", "sweep.teacher.epochs", "1, 2, 3");

        assertThat(sweep.cells().stream()
                        .flatMap(cell -> IntStream.range(0, 2)
                                .filter(cell.experiment().store().shard()::has)
                                .mapToObj(index -> cell.name() + " " + index)))
                .containsExactly("teacher.epochs=2 0");
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("is refused where it cannot be")
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep.teacher.epoch|1,2|<sweep><teacher.epoch> is not known. Did you mean <teacher.epochs>? A sweep takes settings by their paths, such as <teacher.epochs>.",
                "sweep.nonsense|1,2|<sweep><nonsense> is not known. A sweep takes settings by their paths, such as <teacher.epochs>.",
                "sweep.replicates|1,2|<sweep><replicates> cannot be swept: all cells have as many. Set <replicates> beside <sweep>.",
                "sweep.experiment|a,b|<sweep><experiment> cannot be swept: a cell is named for the experiment and its own settings.",
                "sweep.preset|mnist-errors|<sweep><preset> cannot be swept: a sweep begins with one preset. Give each preset an <execution> of its own.",
                "sweep.seed|1,2|<sweep><seed> cannot be swept: each replicate has a seed of its own: set <replicates>.",
                "sweep.controls|shuffled|<sweep><controls> cannot be swept: all cells are measured in the same way, so that they can be compared. Set <controls> beside <sweep>.",
                "sweep.expectations.expectation.min|0.1|<sweep><expectations.expectation.min> cannot be swept: expectations hold for every cell. Write <expectations> beside <sweep>.",
                "sweep.threads|1,2|<sweep><threads> cannot be swept: it says how and where the build works, which is the same for all cells. Set <threads> beside <sweep>.",
                "sweep.store|a,b|<sweep><store> cannot be swept: it says how and where the build works, which is the same for all cells. Set <store> beside <sweep>.",
                "sweep.teacher.epochs|' '|<sweep><teacher.epochs> is empty; it must be one or more values separated by commas.",
                "sweep.teacher.epochs|'1,,2'|<sweep><teacher.epochs> is '1,,2', of which a value is empty; it must be one or more values separated by commas.",
                "sweep.teacher.epochs|'1, 2, 1'|<sweep><teacher.epochs> has '1' twice, and each value makes cells of its own. Write it once.",
                "sweep.student.learningRate|'0.1, 1e-1'|<sweep><student.learningRate> has '0.1' and '1e-1', which are the same value, and each value makes cells of its own. Write it once.",
                "sweep.teacher.epochs|'1, soon'|Cell teacher.epochs=soon: <teacher><epochs> is 'soon'; it must be a whole number from 0 to 10000.",
                "sweep.teacher.network|'cnn, vgg12'|'Cell teacher.network=vgg12: <teacher><network> is ''vgg12''; it must be one of'",
                "sweep|teacher.epochs|<sweep> is 'teacher.epochs'; it must be settings with their values, such as teacher.epochs=1,2,4, with a semicolon between two of them; or none.",
                "sweep.cells.cell|''|<cell> 1 in <sweep><cells> sets nothing. Write a setting into it, such as <teacher.epochs>1</teacher.epochs>, or remove it.",
                "sweep.teacher.epochs[2]|1|<sweep><teacher><epochs> is written more than once. Keep one of them.",
            })
    void isRefused(String path, String text, String message) {
        assertThatThrownBy(() -> read(path, text)).hasMessageStartingWith(ONE + message);
    }

    @Test
    @DisplayName("is refused with its number where it has too many cells, before they are made")
    void isRefusedWhereItIsTooLarge() {
        String hundred =
                IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(
                        "sweep.teacher.epochs", hundred,
                        "sweep.student.epochs", hundred,
                        "sweep.student.batchSize", hundred))
                .hasMessage(
                        ONE
                                + "<sweep> has 1,000,000 cells, and <limit> allows 100. Take fewer values: at most 10,000 cells are possible.");
        assertThatThrownBy(() -> read("sweep.teacher.epochs", "1,2", "sweep.limit", "many"))
                .hasMessage(ONE + "<sweep><limit> is 'many'; it must be a whole number from 1 to 10000.");
    }

    @Test
    @DisplayName("names the cell whose settings contradict each other, and what is wrong with all cells once")
    void namesTheCell() {
        assertThatThrownBy(() -> read(
                        "teacher.dataset", "mnist",
                        "transfer.inputs", "mnist",
                        "controls", "unfiltered",
                        "student.learningRate", "0",
                        "sweep.transfer.keep", "wrong, all",
                        "sweep.student.epochs", "1, 2"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <student><learningRate> is '0'; it must be a number above 0.");
        assertThatThrownBy(() -> read(
                        "teacher.dataset", "mnist",
                        "transfer.inputs", "mnist",
                        "controls", "unfiltered",
                        "sweep.transfer.keep", "wrong, all",
                        "sweep.student.epochs", "1, 2"))
                .hasMessage(
                        ONE
                                + "Cell transfer.keep=all, student.epochs=1 and 1 more: <controls> names 'unfiltered', which is the treatment itself where <transfer><keep> is 'all'. Remove it, or keep 'wrong' or 'correct'.");
    }

    @Test
    @DisplayName("says all that is wrong at once, beside the sweep too")
    void saysAllAtOnce() {
        assertThatThrownBy(() -> read(
                        "sweep.teacher.epoch", "1",
                        "sweep.student.epochs", "",
                        "student.batchSize", "none"))
                .hasMessage("""
                        Experiment 'x' cannot run, its configuration has 3 errors:
                          - <sweep><teacher.epoch> is not known. Did you mean <teacher.epochs>? A sweep takes settings by their paths, such as <teacher.epochs>.
                          - <sweep><student.epochs> is empty; it must be one or more values separated by commas.
                          - <student><batchSize> is 'none'; it must be a whole number from 1 to 1000000.""");
    }

    @Test
    @DisplayName("is a grid or a list, and no two cells of a list are the same")
    void isEither() {
        assertThatThrownBy(() -> read("sweep.cells.cell.teacher.epochs", "1", "sweep.student.epochs", "1"))
                .hasMessage(
                        ONE
                                + "<sweep> has <cells> and <student.epochs>, but must be either a list or a grid. Write the latter into each <cell>, or remove one of them.");
        assertThatThrownBy(
                        () -> read("sweep.cells.cell.teacher.epochs", "3", "sweep.cells.cell[2].student.epochs", "5"))
                .hasMessage(
                        ONE + "<cell> 1 and <cell> 2 in <sweep><cells> come to the same settings. Remove one of them.");
    }

    @Test
    @DisplayName("lets nobody set what it sweeps in a stronger place")
    void refusesWhatIsSetElsewhere() {
        assertThatThrownBy(() -> read(List.of(
                        layer(Origin.POM, "sweep.teacher.epochs", "1, 2"),
                        layer(Origin.COMMAND_LINE, "teacher.epochs", "3"))))
                .hasMessage(
                        ONE
                                + "-Ddistill.teacher.epochs is set, but the sweep gives each cell a value of its own. Remove it, or teacher.epochs from the sweep.");
    }

    @Test
    @DisplayName("has no artifacts, and no one baseline")
    void hasNoArtifacts() {
        assertThatThrownBy(() -> read("sweep.teacher.epochs", "1, 2", "attach", "report", "baseline", "b.json"))
                .hasMessage("""
                        Experiment 'x' cannot run, its configuration has 2 errors:
                          - <attach> is 'report', but each cell of a sweep has its own. Set it for an experiment without <sweep>.
                          - <baseline> is one file, but each cell of a sweep has its own. Remove it: cells have src/distill/<experiment>/<cell>.json.""");
    }

    @Test
    @DisplayName("is what trends in expectations look at")
    void isWhatTrendsLookAt() throws Exception {
        Sweep sweep = read(
                "replicates", "3",
                "sweep.teacher.epochs", "1, 2",
                "expectations.expectation.metric", "student",
                "expectations.expectation.min", "0.1",
                "expectations.expectation.risesWith", "teacher.epochs");

        assertThat(sweep.gate().expectations())
                .hasSize(1)
                .allMatch(each -> each.conditions().size() == 1);
        assertThat(sweep.first().experiment().gate().expectations())
                .hasSize(1)
                .allMatch(each -> each.conditions().size() == 1);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @DisplayName("is missed by a trend")
    @CsvSource(
            delimiter = '|',
            value = {
                "teacher.epochs|sweep=none|is 'teacher.epochs', but nothing is swept. Add <teacher.epochs> with two values or more to <sweep>.",
                "teacher.epochs|sweep.student.epochs=1,2|is 'teacher.epochs', which is not swept. It must be one of: student.epochs.",
                "student.epochs|sweep.student.epochs=1|is 'student.epochs', but no two cells differ only in that. Add cells that do.",
            })
    void isMissedByATrend(String setting, String sweep, String message) {
        String[] parts = sweep.split("=", 2);

        assertThatThrownBy(() -> read(
                        "replicates",
                        "3",
                        parts[0],
                        parts[1],
                        "expectations.expectation.metric",
                        "student",
                        "expectations.expectation.fallsWith",
                        setting))
                .hasMessage(ONE + "<fallsWith> of <expectation> 1 in <expectations> " + message);
    }

    @Test
    @DisplayName("needs three replicates for a trend")
    void needsReplicatesForATrend() {
        assertThatThrownBy(() -> read(
                        "sweep.teacher.epochs", "1, 2",
                        "expectations.expectation.metric", "student",
                        "expectations.expectation.risesWith", "teacher.epochs"))
                .hasMessage(
                        ONE
                                + "<risesWith> of <expectation> 1 in <expectations> compares two cells over several seeds, but <replicates> is 1, which says nothing or too little about how far seeds scatter. Set <replicates>3</replicates> or more, or remove it.");
    }

    private Sweep read(String... pairs) throws InvalidExperimentException {
        return read(List.of(layer(Origin.POM, pairs)));
    }

    private Sweep read(List<SettingLayer> layers) throws InvalidExperimentException {
        return reader.read("x", layers, new ArrayList<>(), Path.of(""));
    }

    private static SettingLayer layer(Origin origin, String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            values.put(pairs[index], pairs[index + 1]);
        }
        return new SettingLayer(origin, values);
    }
}
