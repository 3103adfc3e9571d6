package io.github.distillmaven.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is said of attacks")
class AttackSuccessTest {

    private static final AttackResult RANDOM = new AttackResult(
            "random",
            new AttackResult.MovedPart(1000, 900, 1.5),
            new AttackResult.MovedPart(100, 100, 0.25),
            new AttackResult.MovedPart(900, 800, 1.75));

    private static ArmFixture student(Role role, AttackResult attack) {
        return student(role, attack, null);
    }

    private static ArmFixture student(Role role, AttackResult attack, AttackResult independent) {
        return new ArmFixture(role, new Results.Transfer(10, 5, List.of(5, 5), attack, independent), Map.of());
    }

    private static Results results(AttackResult[] treatments, AttackResult[] controls) {
        return new Results(
                Results.SCHEMA,
                "x",
                null,
                IntStream.range(0, treatments.length)
                        .mapToObj(index -> {
                            Map<String, Results.ArmNumbers> others = new LinkedHashMap<>();
                            others.put(
                                    "shuffled",
                                    student(Role.CONTROL, controls[index]).numbers());
                            return ArmFixture.replicate(
                                    index + 1,
                                    "key",
                                    ArmFixture.teacher(),
                                    student(Role.STUDENT, treatments[index]),
                                    others);
                        })
                        .toList(),
                null,
                null);
    }

    private static String sentence(AttackResult treatment, AttackResult control) {
        return AttackSuccess.sentence(results(new AttackResult[] {treatment}, new AttackResult[] {control}), true)
                .replace('\u00a0', ' ');
    }

    @Test
    void isNothingWhereNothingMoved() {
        assertThat(sentence(null, null)).isEmpty();
    }

    @Test
    void tellsTargetsThatAreTheTrueLabelFromOthers() {
        assertThat(sentence(RANDOM, null))
                .isEqualTo(
                        "Moved inputs, and what their teacher answers: treatment, 90.0% of 1,000 answered with their target, mean L2"
                                + " distance 1.50 (target the true label: 100.0%, 0.25; another: 88.9%, 1.75).");
    }

    @Test
    void isOfAControlThatMovesInputsItself() {
        AttackResult other = new AttackResult(
                "other",
                new AttackResult.MovedPart(1000, 500, 2.0),
                new AttackResult.MovedPart(0, 0, null),
                new AttackResult.MovedPart(1000, 500, 2.0));

        assertThat(sentence(RANDOM, RANDOM)).doesNotContain("shuffled");
        assertThat(sentence(RANDOM, other))
                .endsWith("; shuffled, 50.0% of 1,000 answered with their target, mean L2 distance 2.00.");
    }

    @Test
    void isTheMeanOverTheReplicates() {
        AttackResult one = new AttackResult("untargeted", new AttackResult.MovedPart(32, 16, 0.1), null, null);
        AttackResult two = new AttackResult("untargeted", new AttackResult.MovedPart(32, 24, 0.2), null, null);

        assertThat(AttackSuccess.sentence(results(new AttackResult[] {one, two}, new AttackResult[2]), false)
                        .replace('\u00a0', ' '))
                .isEqualTo(
                        "Moved inputs, and what their teacher answers: treatment, 62.5% of 32 answered with another class than their label,"
                                + " mean L2 distance 0.15.");
    }

    @Test
    void isOfAnIndependentTeacherToo() {
        AttackResult byOther = new AttackResult(
                "random",
                new AttackResult.MovedPart(1000, 210, 1.5),
                new AttackResult.MovedPart(100, 97, 0.25),
                new AttackResult.MovedPart(900, 113, 1.75));
        AttackResult next = new AttackResult(
                "next",
                new AttackResult.MovedPart(1000, 500, 2.0),
                new AttackResult.MovedPart(0, 0, null),
                new AttackResult.MovedPart(1000, 500, 2.0));
        AttackResult nextByOther = new AttackResult(
                "next",
                new AttackResult.MovedPart(1000, 30, 2.0),
                new AttackResult.MovedPart(0, 0, null),
                new AttackResult.MovedPart(1000, 30, 2.0));
        Results.Replicate replicate = ArmFixture.replicate(
                1,
                "key",
                ArmFixture.teacher(),
                student(Role.STUDENT, RANDOM, byOther),
                Map.of("plain", student(Role.CONTROL, next, nextByOther).numbers()));
        Results results = new Results(Results.SCHEMA, "x", null, List.of(replicate, replicate), null, null);

        assertThat(AttackSuccess.sentence(results, false).replace('\u00a0', ' '))
                .isEqualTo(
                        "Moved inputs, and what their teacher answers: treatment, 90.0% of 1,000 answered with their target, by the"
                                + " independent teacher 21.0%, mean L2 distance 1.50 (target the true label: 100.0%, by the"
                                + " independent teacher 97.0%, 0.25; another: 88.9%, by the independent teacher 12.6%, 1.75); plain,"
                                + " 50.0% of 1,000 answered with their target, by the independent teacher 3.0%, mean L2 distance 2.00.");
    }

    @Test
    void saysThatThereIsNoIndependentTeacherOfOneReplicate() {
        Results one = results(new AttackResult[] {RANDOM}, new AttackResult[] {null});

        assertThat(AttackSuccess.sentence(one, false))
                .isEqualTo(AttackSuccess.sentence(one, true)
                        + " What an independent teacher answers to them is not known: this needs a second replicate.");
    }
}
