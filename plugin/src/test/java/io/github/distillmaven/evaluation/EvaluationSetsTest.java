package io.github.distillmaven.evaluation;

import java.util.List;
import java.util.Set;

import io.github.distillmaven.extension.EvaluationSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An evaluation set")
class EvaluationSetsTest {

    @Test
    @DisplayName("of the test images may count the class after the true one as right")
    void mayCountTheNextClassAsRight() {
        assertThat(new NextClassTestSet().target(2, 3)).isZero();
        assertThat(new NextClassTestSet().inputs()).isEqualTo("test");
        assertThat(new TestSet().target(2, 3)).isEqualTo(2);
    }

    @Test
    @DisplayName("of the omitted classes is about their test images alone")
    void mayBeAboutTheOmittedClasses() {
        EvaluationSet.Setup setup = new EvaluationSet.Setup(10, Set.of(3, 7), 0);

        assertThat(new OmittedClassesSet().inputs()).isEqualTo("test");
        assertThat(new OmittedClassesSet().includes(3, setup)).isTrue();
        assertThat(new OmittedClassesSet().includes(4, setup)).isFalse();
    }

    @Test
    @DisplayName("may look at answers after a bias was raised, whose inputs models are asked then")
    void mayRaiseABias() {
        EvaluationSet.Setup setup = new EvaluationSet.Setup(10, Set.of(3), 0.1);

        assertThat(new BiasedOmittedClassesSet().includes(3, setup)).isTrue();
        assertThat(new BiasedOmittedClassesSet().includes(4, setup)).isFalse();
        assertThat(new BiasedTestSet().includes(4, setup)).isTrue();
        assertThat(new BiasedTestSet().inputs()).isEqualTo("test");
        assertThat(EvaluationSets.asked(List.of("test", "omitted-with-bias", "test-with-bias")))
                .extracting(EvaluationSet::id)
                .containsExactly("validation");
    }

    @Test
    @DisplayName("with a bias is refused without an omitted class or a held-out example")
    void withABiasNeedsBoth() {
        ChosenSets sets = new ChosenSets();

        assertThat(sets.refusals(List.of("omitted-with-bias"), "mnist", new EvaluationSet.Setup(10, Set.of(), 0.1)))
                .containsExactly(
                        "<evaluationSets> names 'omitted-with-bias', but no class is left out of a transfer set. Set <transfer><omittedClasses>, or remove it.");
        assertThat(sets.refusals(List.of("test-with-bias"), "mnist", new EvaluationSet.Setup(10, Set.of(3), 0)))
                .containsExactly(
                        "<evaluationSets> names 'test-with-bias', but no training example is held out. Set <teacher><validation> to a share such as 0.1, or remove it.");
    }

    @Test
    @DisplayName("has models asked for inputs that are neither those of the test set nor drawn, once")
    void hasModelsAskedForFurtherInputs() {
        assertThat(EvaluationSets.asked(List.of("test", "test-next", "omitted", "fresh")))
                .isEmpty();
        assertThat(EvaluationSets.asked(List.of("validation", "test", "validation")))
                .extracting(EvaluationSet::id)
                .containsExactly("validation");
    }
}
