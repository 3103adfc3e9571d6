package io.github.distillmaven.mojo;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A switch")
class SwitchTest {

    @Test
    @DisplayName("is true or false, and nothing else")
    void isTrueOrFalse() {
        assertThat(new Switch("<skip>", null).isOn()).isFalse();
        assertThat(new Switch("<skip>", null).refusal()).isEmpty();
        assertThat(new Switch("<skip>", " true ").isOn()).isTrue();
        assertThat(new Switch("<skip>", "false").refusal()).isEmpty();
        assertThat(new Switch("<skip>", "yes").refusal()).contains("<skip> is 'yes'; it must be 'true' or 'false'.");
        assertThat(new Switch("-Ddistill.skip", "").refusal())
                .contains("-Ddistill.skip is ''; it must be 'true' or 'false'.");
        assertThat(new Switch("<skip>", "TRUE").refusal()).isPresent();
    }
}
