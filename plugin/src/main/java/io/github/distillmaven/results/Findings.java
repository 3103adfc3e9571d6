package io.github.distillmaven.results;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.TransferRow;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Spread;

/**
 * The numbers of an experiment.
 *
 * @param chance accuracy of guessing uniformly among the classes
 * @param replicates at least one
 * @param own classes of the first transfer set's images in their own data set
 * @param confusion of the first student, on the test set
 */
public record Findings(double chance, List<Replicate> replicates, LabelHistogram own, ConfusionMatrix confusion) {

    public Findings {
        replicates = List.copyOf(replicates);
    }

    public static Findings of(ReportRequest request, Evidence evidence) {
        return new Findings(
                request.chance(),
                evidence.replicates(),
                LabelHistogram.of(
                        evidence.transfer().rows().stream().mapToInt(TransferRow::inputLabel),
                        request.inputs().classNames().size()),
                ConfusionMatrix.of(
                        evidence.first().student().model().predictions(),
                        request.teacherData().classNames().size()));
    }

    public TeacherNumbers teacher() {
        return replicates.get(0).teacher();
    }

    public StudentNumbers student() {
        return replicates.get(0).student();
    }

    /** Whether there is more than one replicate, and so a spread. */
    public boolean replicated() {
        return replicates.size() > 1;
    }

    /** Whether there were test images. */
    public boolean tested() {
        return student().test().trials() > 0;
    }

    List<Proportion> teacherTests() {
        return each(replicate -> replicate.teacher().test());
    }

    List<Proportion> studentTests() {
        return each(replicate -> replicate.student().test());
    }

    List<Proportion> testsOf(String arm) {
        return each(replicate -> replicate.controls().get(arm).numbers().test());
    }

    /** Sizes of all transfer sets of the treatment. */
    public IntStream transferSizes() {
        return replicates.stream()
                .mapToInt(replicate -> replicate.student().transfer().size());
    }

    /** Of the students' test accuracies; not to be asked for without test images. */
    public Spread studentSpread() {
        return Spread.ofShares(studentTests().stream().map(Proportion::value).toList());
    }

    /** Something of every replicate. */
    public <T> List<T> each(Function<Replicate, T> number) {
        return replicates.stream().map(number).toList();
    }
}
