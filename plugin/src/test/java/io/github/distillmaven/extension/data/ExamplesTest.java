package io.github.distillmaven.extension.data;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Examples")
class ExamplesTest {

    private static final ExampleShape PAIR = ExampleShape.of(2);
    private static final Targets.Distributions SOFT =
            new Targets.Distributions(new float[] {0.25f, 0.5f, 0.25f, 0.4f, 0.2f, 0.4f}, 3);

    @Test
    @DisplayName("of an image have a height, a width, channels, and as many values as their product")
    void shapeOfAnImage() {
        ExampleShape shape = ExampleShape.of(28, 20, 3);

        assertThat(shape.values()).isEqualTo(1680);
        assertThat(shape.channels()).isEqualTo(3);
        assertThat(shape.ofAnImage()).isTrue();
        assertThat(PAIR.ofAnImage()).isFalse();
        assertThat(shape).hasToString("28x20x3");
    }

    @Test
    @DisplayName("cannot be without a size, of a size of nothing, or larger than an array")
    void refusesImpossibleShapes() {
        assertThatThrownBy(ExampleShape::of).hasMessage("an example cannot have the sizes []");
        assertThatThrownBy(() -> ExampleShape.of(3, 0)).hasMessage("an example cannot have the sizes [3, 0]");
        assertThatThrownBy(() -> ExampleShape.of(65536, 65536))
                .hasMessage("an example cannot have the sizes [65536, 65536]");
    }

    @Test
    @DisplayName("of bytes are seen as shares of 255, their labels as unsigned")
    void bytesAreShares() {
        Examples examples = Examples.ofBytes(PAIR, new byte[] {0, 51, (byte) 255, 1}, new byte[] {1, (byte) 200});

        assertThat(examples.size()).isEqualTo(2);
        assertThat(examples.values().at(1)).isEqualTo(0.2f);
        assertThat(examples.values().at(2)).isEqualTo(1f);
        assertThat(examples.labels()).containsExactly(1, 200);
    }

    @Test
    @DisplayName(
            "of floats go with their targets when some are selected, and the class of a distribution is its largest share")
    void selectsFloatsAndDistributions() {
        Examples examples = new Examples(PAIR, new Values.FloatValues(new float[] {-1, 2, 3, 4}), SOFT);

        Examples selected = examples.select(new int[] {1, 0, 1});

        assertThat(((Values.FloatValues) selected.values()).floats()).containsExactly(3, 4, -1, 2, 3, 4);
        assertThat(((Targets.Distributions) selected.targets()).rows())
                .containsExactly(0.4f, 0.2f, 0.4f, 0.25f, 0.5f, 0.25f, 0.4f, 0.2f, 0.4f);
        assertThat(selected.labels()).containsExactly(0, 1, 0);
        assertThat(examples.first(1).size()).isEqualTo(1);
        assertThat(examples.first(0)).isSameAs(examples);
        assertThatThrownBy(() -> examples.first(3)).hasMessage("there are 2 examples, not 3");
        assertThatThrownBy(examples::bytes).hasMessage("these examples do not consist of bytes");
    }

    @Test
    @DisplayName("without targets have no label")
    void withoutTargets() {
        Examples examples = new Examples(PAIR, new Values.FloatValues(new float[4]), new Targets.NoTargets());

        assertThat(examples.labels()).containsExactly(Targets.NO_LABEL, Targets.NO_LABEL);
    }

    @Test
    @DisplayName("cannot have values or targets of another number")
    void refusesOtherNumbers() {
        assertThatThrownBy(() -> Examples.ofBytes(PAIR, new byte[3], new byte[1]))
                .hasMessage("3 values are no examples of 2");
        assertThatThrownBy(() -> Examples.ofBytes(PAIR, new byte[4], new byte[3]))
                .hasMessage("3 targets are not those of 2 examples of 2");
    }

    @Test
    @DisplayName("cannot have a value that is no number")
    void refusesNaN() {
        assertThatThrownBy(() -> new Values.FloatValues(new float[] {0, Float.NaN}))
                .hasMessage("value 1 is NaN, expected a finite number");
        assertThatThrownBy(() -> new Values.FloatValues(new float[] {Float.NEGATIVE_INFINITY}))
                .hasMessage("value 0 is -Infinity, expected a finite number");
    }

    @Test
    @DisplayName("cannot have a distribution that is none")
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> new Targets.Distributions(new float[] {0.5f, 0.5f, 0.6f, 0.6f}, 2))
                .hasMessage("row 1 is no distribution: its shares sum to 1.2, not to 1");
        assertThatThrownBy(() -> new Targets.Distributions(new float[] {1.5f, -0.5f}, 2))
                .hasMessage("row 0 is no distribution: the share of class 1 is -0.5");
        assertThatThrownBy(() -> new Targets.Distributions(new float[] {Float.NaN, 1}, 2))
                .hasMessage("row 0 is no distribution: the share of class 0 is NaN");
        assertThatThrownBy(() -> new Targets.Distributions(new float[3], 2))
                .hasMessage("3 shares are no distributions over 2 classes");
        assertThatThrownBy(() -> new Targets.Classes(new int[] {3, -1})).hasMessage("label 1 is -1");
    }

    @Test
    @DisplayName("may have a distribution that sums to one but for rounding")
    void acceptsRounding() {
        assertThat(new Targets.Distributions(new float[] {0.33335f, 0.33335f, 0.33335f}, 3).count())
                .isEqualTo(1);
    }
}
