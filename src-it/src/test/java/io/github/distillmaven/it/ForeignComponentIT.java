package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A network and a labelling in a jar of the user's, below the plugin's <dependencies>")
class ForeignComponentIT {

    private static final String CONFIGURATION = """
            <preset>garments-to-digits</preset>
            <teacher><network>narrow</network><epochs>1</epochs></teacher>
            <transfer><labels>second-choice</labels><allowSmall>true</allowSmall></transfer>
            <student><network>linear</network><epochs>1</epochs></student>
            """;

    private static final String SECOND_CHOICE = """
            public String id() {
                return "second-choice";
            }
            public String meaning() {
                return "the teacher's second most likely class";
            }
            public boolean needsLogits() {
                return true;
            }
            public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
                float[] logits = answers.logits().orElseThrow();
                int[] labels = new int[answers.size()];
                for (int input = 0; input < labels.length; input++) {
                    int from = input * answers.classes();
                    int first = answers.predicted()[input];
                    int second = first == 0 ? 1 : 0;
                    for (int each = 0; each < answers.classes(); each++) {
                        if (each != first && logits[from + each] > logits[from + second]) {
                            second = each;
                        }
                    }
                    labels[input] = second;
                }
                return new Targets.Classes(labels);
            }
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("train and label like the plugin's own, and another jar means another key")
    void areUsedAndKeyed() throws IOException {
        ForeignJar one = jar("1", "narrow", 8);
        ForeignJar other = jar("2", "narrow", 9);

        Build first = project("foreign-component-1", one).run("verify").orFail();
        Build second = project("foreign-component-2", other)
                .run(goal("fetch-data"), goal("train-teacher"))
                .orFail();

        // 784 * 8 + 8 and 8 * 10 + 10; then with 9 units.
        assertThat(result(first)).contains("\"parameters\":6370");
        assertThat(result(second)).contains("\"parameters\":7165");
        assertThat(key(first)).isNotEqualTo(key(second));
        Path transfer = first.experiment("x").resolve("transfer");
        assertThat(placesOfLabels(transfer)).hasSize(100).containsOnly(2);
        assertThat(Files.readString(first.experiment("x").resolve("student/step.json")))
                .contains(digestOfLabels(transfer));
    }

    /** Of the first inputs, the place of the given label among the teacher's answers, from 1. */
    private static List<Integer> placesOfLabels(Path transfer) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(transfer.resolve("logits.npy")))
                .order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer logits = file.position(10 + file.getShort(8)).asFloatBuffer();
        List<Integer> places = new ArrayList<>();
        for (String row : Files.readAllLines(transfer.resolve("transfer.csv")).subList(1, 101)) {
            String[] cells = row.split(",", -1);
            int from = Integer.parseInt(cells[0]) * 10;
            float given = logits.get(from + Integer.parseInt(cells[3]));
            places.add((int) IntStream.range(from, from + 10)
                    .filter(each -> logits.get(each) >= given)
                    .count());
        }
        return places;
    }

    private static String digestOfLabels(Path transfer) throws IOException {
        return Files.readString(transfer.resolve("step.json"))
                .replaceAll("(?s).*labels-idx1-ubyte\"\\s*:\\s*\"([0-9a-f]{64})\".*", "$1");
    }

    @Test
    @DisplayName("are refused with the jar's name if an id is taken")
    void cannotTakeAnotherId() throws IOException {
        Build build = project("foreign-component-3", jar("3", "cnn", 8)).run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.log())
                .contains("Two networks have the id 'cnn': ")
                .contains("org.example.Narrow in ")
                .contains("own-3.jar. Rename one of them.");
    }

    private ForeignJar jar(String version, String network, int units) throws IOException {
        ForeignJar jar = new ForeignJar(folder, version)
                .with("Network", "Narrow", """
                        public String id() {
                            return "%s";
                        }
                        public String meaning() {
                            return "one narrow hidden layer";
                        }
                        public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
                            Signal hidden = layers.relu(layers.dense("hidden", layers.flatten(images), %s));
                            return layers.dense("output", hidden, classes);
                        }
                        """.formatted(network, units))
                .with("Labelling", "SecondChoice", SECOND_CHOICE);
        jar.publish();
        return jar;
    }

    private static TestProject project(String name, ForeignJar jar) {
        String pom = TestProject.pom("project", TestProject.execution("x", CONFIGURATION));
        return TestProject.empty(name).file("pom.xml", jar.addedTo(pom)).onSharedStore();
    }

    private static String goal(String name) {
        return "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":" + name + "@x";
    }

    private static String result(Build build) throws IOException {
        return Files.readString(build.experiment("x").resolve("teacher/result.json"));
    }

    private static String key(Build build) throws IOException {
        return Files.readString(build.experiment("x").resolve("teacher/step.json"))
                .replaceAll("(?s).*\"key\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
    }
}
