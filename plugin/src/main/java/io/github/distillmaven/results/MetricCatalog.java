package io.github.distillmaven.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All numbers of an experiment by the names that users give them: those of the teacher, of the transfer set, of the student, and
 * for each control those of its student and transfer set. {@code teacher}, {@code student}, {@code treatment} and the name of a
 * control are short for the test accuracy of each.
 */
public final class MetricCatalog {

    private static final String STUDENT = "student";
    private static final String TEST_ACCURACY = ".testAccuracy";

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, Metric> shortNames = new LinkedHashMap<>();

    /** @param controls names of the controls that the experiment has */
    public MetricCatalog(Collection<String> controls) {
        teacher();
        transfer("transfer", Results.Replicate::transfer);
        student(STUDENT, Results.Replicate::student);
        abbreviate("teacher", "teacher");
        abbreviate(STUDENT, STUDENT);
        abbreviate("treatment", STUDENT);
        for (String control : controls) {
            transfer(control + ".transfer", of(control, Results.Control::transfer));
            share(control + ".labelsChanged", of(control, Function.identity()), Results.Control::labelsChanged);
            student(control, of(control, Results.Control::student));
            abbreviate(control, control);
        }
    }

    /** All metrics, in the order in which an experiment makes them. */
    public List<Metric> all() {
        return List.copyOf(metrics.values());
    }

    /** All names that {@link #find} knows, the short ones last. */
    public List<String> names() {
        List<String> names = new ArrayList<>(metrics.keySet());
        names.addAll(shortNames.keySet());
        return names;
    }

    /** The metric of a full or short name. */
    public Optional<Metric> find(String name) {
        return Optional.ofNullable(metrics.get(name)).or(() -> Optional.ofNullable(shortNames.get(name)));
    }

    private void teacher() {
        Function<Results.Replicate, Results.Teacher> teacher = Results.Replicate::teacher;
        share("teacher.trainAccuracy", teacher, Results.Teacher::trainAccuracy);
        tested("teacher" + TEST_ACCURACY, teacher, Results.Teacher::testAccuracy, Results.Teacher::testInterval);
        share("teacher.macroRecall", teacher, Results.Teacher::macroRecall);
    }

    private void transfer(String prefix, Function<Results.Replicate, Results.Transfer> transfer) {
        count(prefix + ".size", transfer, Results.Transfer::size);
        count(prefix + ".wrong", transfer, Results.Transfer::wrong);
    }

    private void student(String prefix, Function<Results.Replicate, Results.Student> student) {
        tested(prefix + TEST_ACCURACY, student, Results.Student::testAccuracy, Results.Student::testInterval);
        share(prefix + ".givenLabelAccuracy", student, Results.Student::givenLabelAccuracy);
        share(prefix + ".macroRecall", student, Results.Student::macroRecall);
        share(prefix + ".argminAccuracy", student, Results.Student::argminAccuracy);
        share(prefix + ".majorityFloor", student, Results.Student::majorityFloor);
        share(prefix + ".agreement", student, Results.Student::agreement);
        share(prefix + ".agreementWhereTeacherIsWrong", student, Results.Student::agreementWhereTeacherIsWrong);
    }

    private <T> void share(String name, Function<Results.Replicate, T> owner, Function<T, Double> number) {
        tested(name, owner, number, part -> null);
    }

    private <T> void tested(
            String name,
            Function<Results.Replicate, T> owner,
            Function<T, Double> number,
            Function<T, Results.Bounds> wilson) {
        metrics.put(
                name,
                new Metric(
                        name,
                        Measurement.Unit.SHARE,
                        replicate -> ifThere(owner.apply(replicate), number),
                        replicate -> ifThere(owner.apply(replicate), wilson)));
    }

    private <T> void count(String name, Function<Results.Replicate, T> owner, Function<T, Integer> number) {
        metrics.put(
                name,
                new Metric(
                        name,
                        Measurement.Unit.COUNT,
                        replicate -> ifThere(ifThere(owner.apply(replicate), number), Integer::doubleValue),
                        replicate -> null));
    }

    private static <T> Function<Results.Replicate, T> of(String control, Function<Results.Control, T> part) {
        return replicate -> ifThere(ifThere(replicate.controls(), controls -> controls.get(control)), part);
    }

    /** Results that somebody else wrote, such as a baseline, may lack a control. */
    private static <T, R> R ifThere(T owner, Function<? super T, R> number) {
        return owner == null ? null : number.apply(owner);
    }

    private void abbreviate(String name, String owner) {
        shortNames.put(name, metrics.get(owner + TEST_ACCURACY));
    }
}
