package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The components of a kind")
class ComponentsTest {

    private static final Option<Long> SIZE = new Option<>("size", ValueType.wholeNumber(1, 9), "3", "How large.");

    private record Shape(String id, List<Option<?>> options) implements Configurable {

        Shape(String id) {
            this(id, List.of());
        }

        @Override
        public String meaning() {
            return "a shape";
        }
    }

    @Test
    void thatThePluginBringsAreFound() {
        assertThat(Components.load(Network.class).ids())
                .contains(
                        "cnn",
                        "densenet-bc-40-12",
                        "linear",
                        "mlp",
                        "mlp-1200",
                        "mlp-4x100",
                        "resnet18",
                        "resnet26",
                        "vgg11");
    }

    @Test
    void areSortedByTheirIds() {
        Components<Shape> shapes = Components.of(Shape.class, List.of(new Shape("square"), new Shape("circle")));

        assertThat(shapes.ids()).containsExactly("circle", "square");
        assertThat(shapes.find("square")).contains(new Shape("square"));
        assertThat(shapes.find("star")).isEmpty();
    }

    @Test
    void cannotHaveOneIdTwice() {
        assertThatThrownBy(() -> Components.of(Shape.class, List.of(new Shape("circle"), new Shape("circle"))))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageStartingWith("Two shapes have the id 'circle': " + Shape.class.getName() + " in ")
                .hasMessageEndingWith(". Rename one of them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Circle", "-circle", "circle-", "circle--two", "two words", "ünrund", "a/b"})
    void needNamesThatCanBeWrittenAnywhere(String id) {
        assertThatThrownBy(() -> Components.of(Shape.class, List.of(new Shape(id))))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageStartingWith("The shape " + Shape.class.getName())
                .hasMessageEndingWith(" has the id '" + id + "'. An id is made of lower-case letters and digits, with"
                        + " single hyphens or dots between them.");
    }

    @Test
    void thatAreMissingAreNamedWithThoseThatAreThere() {
        assertThatThrownBy(() -> Components.of(Shape.class, List.of(new Shape("circle"), new Shape("square")))
                        .get("star"))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessage("There is no shape 'star'. There are: circle, square.");
    }

    @Test
    void shareOptions() {
        Shape large = new Shape("large", List.of(SIZE));
        Shape huge = new Shape("huge", List.of(SIZE));
        Components<Shape> shapes = Components.of(Shape.class, List.of(large, huge, new Shape("none")));

        assertThat(shapes.options()).hasSize(1).containsEntry("size", SIZE);
        assertThat(shapes.taking("size")).containsExactly(huge, large);
    }

    @Test
    void haveOneMeaningForAnOption() {
        Option<Long> wider = new Option<>("size", SIZE.type(), "5", SIZE.meaning());

        assertThatThrownBy(() -> Components.of(
                        Shape.class, List.of(new Shape("large", List.of(SIZE)), new Shape("wide", List.of(wider)))))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageMatching(
                        "Two shapes have an option 'size', and it is not the same: .*Shape.* and .*Shape.*\\. Let both"
                                + " use one Option, or rename one\\.");
    }

    @Test
    void areChosenWithTheValuesOfTheirOptions() {
        Choice choice = Choice.of("large");

        assertThat(choice.get(SIZE)).isEqualTo(3);
        assertThat(choice.with(SIZE, 7).get(SIZE)).isEqualTo(7);
        assertThatThrownBy(() -> choice.with(SIZE, 10).get(SIZE)).isInstanceOf(IllegalArgumentException.class);
    }
}
