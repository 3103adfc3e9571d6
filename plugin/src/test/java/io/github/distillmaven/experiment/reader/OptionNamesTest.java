package io.github.distillmaven.experiment.reader;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An option of the command line")
class OptionNamesTest {

    private static final String OWN =
            " A property of your own needs a line in the POM's <properties>, or a name without 'distill.'.";

    private final OptionNames names =
            new OptionNames(List.of("seed", "store", "maxSize", "experiment", "teacher.width", "teacher.epochs"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distill.seed",
                "distill.teacher.epochs",
                "install.skip",
                "maven.install.skip",
                "skipTests",
                "seed",
                "store",
                "dist.dir",
                "distribution.seed",
                "distro",
                "it.distill.seed",
                "user.home"
            })
    @DisplayName("that is known, or has nothing to do with the plugin, passes")
    void passes(String name) {
        assertThat(names.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "distill.experimnt, experiment",
        "distill.maxsize, maxSize",
        "distill.max-size, maxSize",
        "distill.teacher.widht, teacher.width",
        "distill..seed, seed",
        "DDistill.seed, seed",
        "Distill.seed, seed",
        "DISTILL.SEED, seed",
        "DISTILL_SEED, seed",
        "distil.seed, seed",
        "distil1.seed, seed",
        "dsitill.seed, seed",
        "distill_seed, seed",
        "distill-seed, seed",
        "distill:seed, seed",
        "distillSeed, seed",
        "distillstore, store",
        "ｄistill.seed, seed",
        "dıstill.seed, seed",
        "distll.maxSize, maxSize",
        "distil.teacher.epoch, teacher.epochs",
        "teacher.epochs, teacher.epochs"
    })
    @DisplayName("that is misspelt, its prefix included, is refused with the nearest one")
    void nearMisses(String name, String meant) {
        assertThat(names.refusal(name))
                .contains("-D" + name + " is not known. Did you mean -Ddistill." + meant + "?" + OWN);
    }

    @Test
    @DisplayName("that begins like the plugin's and is like no other is refused without a guess")
    void noGuess() {
        assertThat(names.refusal("distill.somethingElse")).contains("-Ddistill.somethingElse is not known." + OWN);
        assertThat(names.refusal("distil.somethingElse"))
                .contains("-Ddistil.somethingElse is not known. Options of this plugin begin with 'distill.'." + OWN);
    }
}
