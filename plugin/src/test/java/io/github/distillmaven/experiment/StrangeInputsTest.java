package io.github.distillmaven.experiment;

import java.util.List;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.AddedJar;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.InvalidComponentException;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("An evaluation set of a jar with the inputs of a set that is not there")
@ExtendWith(AddedJar.class)
class StrangeInputsTest {

    public static final class Nightly implements EvaluationSet {

        @Override
        public String id() {
            return "nightly";
        }

        @Override
        public String meaning() {
            return "what came in last night";
        }

        @Override
        public String inputs() {
            return id();
        }
    }

    @Test
    @DisplayName("is refused before anything runs, whether it is chosen or not")
    void isRefused() {
        assertThatThrownBy(() -> new ExperimentReader(new DatasetCatalog(), new MetricNames()).read("x", List.of()))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageStartingWith("The evaluation set " + Nightly.class.getName())
                .hasMessageEndingWith(
                        " has the inputs of 'nightly', which no model is asked. Let inputs() name one of test, validation, fresh.");
    }
}
