package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Inputs that were moved for one teacher, with an engine in memory")
class IndependentAnswersTest extends InMemoryExperiment {

    private static Map<String, String> moved(String... pairs) {
        Map<String, String> written = and(pairs);
        written.putIfAbsent("transfer.target", "next");
        written.putAll(Map.of(
                "transfer.inputs", "synthetic-digits",
                "transfer.attack", "pgd",
                "transfer.labels", "target"));
        return written;
    }

    @Test
    @DisplayName("are shown to the teacher of the next replicate too, which is in no key of a transfer set")
    void independentTeachersAreAsked() throws Exception {
        Map<String, String> written = moved(
                "replicates", "3",
                "transfer.target", "random",
                "students.student.name", "longer",
                "students.student.epochs", "20");
        build(written);

        assertThat(record("replicates/3/independent-answers").inputs().keySet())
                .contains("transfer/inputs.npy")
                .anyMatch(name -> name.startsWith("teacher/model/"));
        assertThat(record("replicates/3/independent-answers").inputs().get("teacher/model/means.npy"))
                .isEqualTo(record("teacher").outputs().get("model/means.npy"));
        assertThat(record("independent-answers").inputs().get("teacher/model/means.npy"))
                .isEqualTo(record("replicates/2/teacher").outputs().get("model/means.npy"));
        for (Results.Replicate replicate : results().replicates()) {
            AttackResult attack = replicate.student().taught().attack();
            AttackResult other = replicate.student().taught().independentAttack();
            assertThat(other.all().inputs()).isEqualTo(attack.all().inputs());
            assertThat(other.all().meanDistance()).isEqualTo(attack.all().meanDistance());
            assertThat(other.towardTrueLabel().successes() + other.towardOther().successes())
                    .isEqualTo(other.all().successes());
            assertThat(replicate.arm("longer").taught().independentAttack()).isEqualTo(other);
        }
        assertThat(log.lines())
                .anyMatch(line -> line.contains(" answered with their target, by the independent teacher "));
        assertThat(Files.readString(root.resolve("distill/x/report/index.html")))
                .contains(", by the independent teacher ");
        assertThat(Files.readString(root.resolve("distill/x/summary.md"))).contains(", by the independent teacher ");
        String key = record("transfer").key();

        again();
        Map<String, String> two = new HashMap<>(written);
        two.put("replicates", "2");
        build(two);

        assertThat(record("transfer").key()).isEqualTo(key);
        assertThat(engine.done()).as("the second one has another to ask now").hasSize(1);
    }

    @Test
    @DisplayName("of one replicate are shown to no other teacher, and the page says so")
    void oneReplicateHasNoIndependentTeacher() throws Exception {
        build(moved());

        assertThat(root.resolve("distill/x/independent-answers")).doesNotExist();
        assertThat(results().replicates().get(0).student().taught().independentAttack())
                .isNull();
        assertThat(Files.readString(root.resolve("distill/x/report/index.html")))
                .contains("What an independent teacher answers to them is not known: this needs a second replicate.");
    }

    @Test
    @DisplayName("by the own teacher of a control are shown to it too, and may have been learnt side by side")
    void thoseOfAControlAreShownToo() throws Exception {
        build(moved(
                "controls", "shuffled,permuted-label-teacher",
                "sideBySide", "true",
                "replicates", "2",
                "teacher.network", "mlp",
                "student.network", "mlp"));

        assertThat(log.lines())
                .anyMatch(line -> line.matches("info: independent-answers: 2 made in .*"))
                .contains("info: independent-answers: 2 restored from the store");
        for (Results.Replicate replicate : results().replicates()) {
            Results.Transfer own = replicate.arm("permuted-label-teacher").taught();
            // The engine moves inputs by as much whoever the teacher is, so that two steps have one key.
            assertThat(own.independentAttack())
                    .isNotNull()
                    .isNotEqualTo(own.attack())
                    .isEqualTo(replicate.student().taught().independentAttack());
            assertThat(replicate.arm("shuffled").taught().independentAttack()).isNull();
        }
    }
}
