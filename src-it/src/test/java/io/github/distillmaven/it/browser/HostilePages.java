package io.github.distillmaven.it.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.ExperimentFixture;

/** Pages of experiments such as nobody ran, made of the results that the plugin's own tests make up. */
public final class HostilePages {

    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script>",
            "\"quoted\" & 'so'",
            "🦆",
            "חתול",
            "قطة",
            "\u202eright to left",
            "a name of many words that go on and on",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "{{x}}",
            "</table>");

    private HostilePages() {}

    /**
     * Writes one whose classes have names that mean something to a browser.
     *
     * @param folder {@code target/distill/<experiment>}
     */
    public static void ofHostileNames(Path folder) throws IOException {
        write(new ExperimentFixture(folder).classes(NAMES).inputClasses(NAMES));
    }

    /** Writes one of as many classes as the files of images can tell apart. */
    public static void ofManyClasses(Path folder) throws IOException {
        List<String> names =
                IntStream.range(0, 256).mapToObj(number -> "class " + number).toList();
        write(new ExperimentFixture(folder).classes(names).inputClasses(names));
    }

    /** Writes one of 100 replicates with six controls each. */
    public static void ofManyReplicates(Path folder) throws IOException {
        write(new ExperimentFixture(folder)
                .tests(50)
                .transferSize(50)
                .replicates(100)
                .controls(
                        ControlArms.SHUFFLED_WITHIN_CLASS,
                        ControlArms.SHUFFLED,
                        ControlArms.RANDOM_WRONG,
                        ControlArms.NEXT_CLASS,
                        ControlArms.TRUE_LABELS,
                        ControlArms.PERMUTED_LABEL_TEACHER));
    }

    private static void write(ExperimentFixture fixture) throws IOException {
        new ExperimentReport().write(fixture.write());
    }
}
