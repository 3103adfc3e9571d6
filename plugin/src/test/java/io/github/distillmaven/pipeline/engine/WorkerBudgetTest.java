package io.github.distillmaven.pipeline.engine;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The processors and the memory of the machine")
class WorkerBudgetTest {

    private static final long PLENTY = 256L << 30;

    @Test
    void areAllThereForASingleTraining() throws Exception {
        assertThat(budget(Map.of(), 8, PLENTY)).isEqualTo(new WorkerBudget(1, 8));
    }

    @Test
    void areSharedOutAmongSeveralTrainings() throws Exception {
        assertThat(budget(Map.of("replicates", "20"), 8, PLENTY)).isEqualTo(new WorkerBudget(8, 1));
        assertThat(budget(Map.of("replicates", "20", "student.network", "resnet18"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(8, 1));
    }

    @Test
    void areNotSharedOutAmongMoreThanThereAre() throws Exception {
        assertThat(budget(Map.of("replicates", "3"), 8, PLENTY)).isEqualTo(new WorkerBudget(3, 2));
        assertThat(budget(Map.of("controls", "shuffled"), 8, PLENTY)).isEqualTo(new WorkerBudget(2, 4));
    }

    @Test
    void areSharedOutAsFarAsTheMemoryGoes() throws Exception {
        assertThat(budget(Map.of("replicates", "20"), 8, 9L << 30)).isEqualTo(new WorkerBudget(2, 4));
        assertThat(budget(Map.of("replicates", "20"), 8, 1L << 30)).isEqualTo(new WorkerBudget(1, 8));
    }

    @Test
    void areUsedAsTheUserWants() throws Exception {
        assertThat(budget(Map.of("replicates", "20", "threads", "4"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(2, 4));
        assertThat(budget(Map.of("replicates", "20", "threads", "16"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(1, 16));
        assertThat(budget(Map.of("replicates", "20", "workers", "2"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(2, 4));
        assertThat(budget(Map.of("replicates", "20", "workers", "1"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(1, 8));
        assertThat(budget(Map.of("replicates", "20", "workers", "3", "threads", "5"), 8, PLENTY))
                .isEqualTo(new WorkerBudget(3, 5));
    }

    @Test
    void ofAClusterHaveTheThreadsThatTheyWouldHaveHere() throws Exception {
        String master = "spark://example.org:7077";

        assertThat(budget(Map.of("replicates", "20", "cluster.master", master), 8, PLENTY))
                .isEqualTo(new WorkerBudget(20, 1));
        assertThat(budget(Map.of("replicates", "3", "cluster.master", master), 8, PLENTY))
                .isEqualTo(new WorkerBudget(3, 2));
        assertThat(budget(Map.of("replicates", "100", "cluster.master", master), 8, PLENTY))
                .isEqualTo(new WorkerBudget(64, 1));
        assertThat(budget(Map.of("replicates", "20", "workers", "2", "cluster.master", master), 8, PLENTY))
                .isEqualTo(new WorkerBudget(2, 4));
    }

    private static WorkerBudget budget(Map<String, String> written, int processors, long memory) throws Exception {
        return WorkerBudget.of(
                new ExperimentReader(new DatasetCatalog(), new MetricNames())
                        .read("x", List.of(new SettingLayer(SettingValue.Origin.POM, written))),
                1,
                processors,
                memory);
    }
}
