package io.github.distillmaven.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures whole processes, in turns. The number of turns is the property {@code turns} of this module. */
@DisplayName("The second build of the sample project")
class SecondBuildCostIT {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final int turns = Integer.getInteger("it.turns");

    @Test
    @DisplayName("costs at most a second more than one that skips the plugin")
    @DisabledIfSystemProperty(
            named = "it.turns",
            matches = "0",
            disabledReason = "it measures time on a machine that does nothing else; run it with -Dturns=10")
    void costsASecondAtMost() {
        TestProject sample = TestProject.sample("measured");
        sample.run("clean", "verify").orFail();
        sample.withoutWorkers();
        List<Duration> restoring = new ArrayList<>();
        List<Duration> skipping = new ArrayList<>();

        for (int turn = 0; turn < turns; turn++) {
            restoring.add(timeOf(sample.with("distill.skip", "false")));
            skipping.add(timeOf(sample.with("distill.skip", "true")));
        }

        Duration difference = median(restoring).minus(median(skipping));
        System.out.printf(
                "Median of %s: %s ms restoring, %s ms with -Ddistill.skip, difference %s ms%n",
                turns, median(restoring).toMillis(), median(skipping).toMillis(), difference.toMillis());
        assertThat(difference).isLessThanOrEqualTo(LIMIT);
    }

    private static Duration timeOf(TestProject project) {
        long start = System.nanoTime();
        project.run("clean", "verify").orFail();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
