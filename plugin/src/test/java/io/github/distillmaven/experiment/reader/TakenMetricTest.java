package io.github.distillmaven.experiment.reader;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.InvalidComponentException;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A metric of a jar whose id is taken")
@ExtendWith(AddedJar.class)
class TakenMetricTest {

    public static final class Again implements Metric {

        @Override
        public String id() {
            return "test-accuracy";
        }

        @Override
        public String meaning() {
            return "another one of that name";
        }

        @Override
        public String heading() {
            return "Again";
        }

        @Override
        public Score of(Evaluation evaluation) {
            return Score.of(0);
        }
    }

    @Test
    @DisplayName("is refused before anything runs")
    void isRefused() {
        assertThatThrownBy(MetricNames::new)
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageStartingWith("Two metrics have the id 'test-accuracy': ")
                .hasMessageContaining(Again.class.getName())
                .hasMessageEndingWith(". Rename one of them.");
    }
}
