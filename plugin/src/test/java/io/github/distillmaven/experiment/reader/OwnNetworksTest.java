package io.github.distillmaven.experiment.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The networks of a POM")
class OwnNetworksTest {

    private static final String SMALL = "<layers><dense><units>16</units></dense><relu/></layers>";
    private static final String NAME = "networks.network.name";
    private static final String LAYERS = "networks.network.layers";

    @Test
    @DisplayName("can be had by teacher, student and further students")
    void areUsed() throws Exception {
        Experiment experiment = read(Map.of(
                NAME,
                "small",
                LAYERS,
                SMALL,
                "networks.network[2].name",
                "wide.2",
                "networks.network[2].layers",
                "<layers><dense><units>64</units></dense></layers>",
                "teacher.network",
                "small",
                "student.network",
                "small",
                "students.student.name",
                "other",
                "students.student.network",
                "wide.2"));

        assertThat(experiment.teacher().network())
                .isEqualTo(experiment.student().network());
        assertThat(experiment.teacher().network().values())
                .containsExactly(Map.entry("layers", "<layers><dense><units>16</units></dense><relu></relu></layers>"));
        assertThat(experiment.others())
                .extracting(ExperimentArm::training)
                .extracting(training -> training.network().id())
                .containsExactly("wide.2");
        assertThat(read(Map.of("student.network", "mlp")).student().network()).isEqualTo(Choice.of("mlp"));
    }

    @Test
    @DisplayName("are refused with everything that is wrong with them")
    void areRefused() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put(LAYERS, SMALL);
        written.put("networks.network[2].name", "Small");
        written.put("networks.network[3].name", "cnn");
        written.put("networks.network[4].name", "twice");
        written.put("networks.network[4].layers", "<layers><dense/><maxpool/></layers>");
        written.put("networks.network[5].name", "twice");
        written.put("networks.network[6].name", "empty");

        List<String> problems = new ArrayList<>();

        assertThat(networks(written, problems)).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "<network> 1 in <networks> has no <name>. Give it one.",
                        "<name> of <network> 2 in <networks> is 'Small'; it must be of lower-case letters, digits, and single hyphens or dots between them.",
                        "<name> of <network> 3 in <networks> is 'cnn', which is a network of the plugin. Choose another.",
                        "<network> 'twice': layer 1, <dense>: has no <units>. Give it one.",
                        "<network> 'twice': layer 2, <maxpool>: is not known. Did you mean <maxPool>? The layers are: convolution, batchNorm, relu, maxPool, averagePool, globalAveragePool, flatten, dense, dropout, residual.",
                        "<name> of <network> 5 in <networks> is 'twice', which is that of another <network>. Choose another.",
                        "<network> 'empty' has no layers. Put one into its <layers> at least.");
    }

    @Test
    @DisplayName("are told from others by their names")
    void areGuessed() {
        assertThatThrownBy(() -> read(Map.of(NAME, "small", LAYERS, SMALL, "teacher.network", "smal")))
                .hasMessageContaining("<teacher><network> is 'smal'; it must be one of cnn, ")
                .hasMessageEndingWith("small, vgg11. Did you mean 'small'?");
    }

    @Test
    @DisplayName("have to fit the images, and memory")
    void haveToFit() {
        assertThatThrownBy(() -> read(Map.of(
                        NAME,
                        "deep",
                        LAYERS,
                        "<layers>" + "<maxPool/>".repeat(5) + "</layers>",
                        "teacher.network",
                        "deep")))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <teacher><network> is 'deep', which does not fit images of 28x28x1: layer 5, <maxPool>: its squares of 2x2 take at least 2x2 pixels, but 1x1 are left.");
        // (784 + 1) * 1,000,000 + (1,000,000 + 1) * 1,000 + ...
        assertThatThrownBy(() -> read(Map.of(
                        NAME,
                        "large",
                        LAYERS,
                        "<layers><dense><units>1000000</units></dense><dense><units>1000</units></dense></layers>",
                        "student.network",
                        "large")))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <student><network> is 'large', which has 1,785,011,010 parameters for images of 28x28x1. At most 250,000,000 fit, since a training holds each four times in memory. Take smaller layers, or pool more before the first dense one.");
    }

    @Test
    @DisplayName("hold nothing but a name and layers")
    void unknownElements() {
        assertThatThrownBy(() -> read(Map.of(NAME, "small", LAYERS, SMALL, "networks.network.layer", "")))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <networks><network><layer> is not known. Did you mean <layers>? <networks><network> takes: layers, name.");
    }

    private static Experiment read(Map<String, String> written) throws InvalidExperimentException {
        List<String> problems = new ArrayList<>();
        List<Network> networks = networks(written, problems);
        return new ExperimentReader(new DatasetCatalog(), new MetricNames(), networks)
                .read("x", List.of(WrittenExperiment.pom(written)), problems, Path.of(""));
    }

    private static List<Network> networks(Map<String, String> written, List<String> problems) {
        ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());
        return new OwnNetworks(reader.catalog().networks().ids(), problems)
                .read(List.of(WrittenExperiment.pom(written)));
    }
}
