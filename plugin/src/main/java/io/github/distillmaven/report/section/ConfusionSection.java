package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.text.ConfusionTable;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ModelRun;
import org.kohsuke.MetaInfServices;

/** Which classes the student takes for which, beside its teacher. */
@MetaInfServices(Section.class)
public final class ConfusionSection extends PageSection {

    /** What the template prints. */
    public record ConfusionModel(ConfusionTable student, ConfusionTable teacher) {}

    public ConfusionSection() {
        super("confusion", "which classes the student takes for which, beside its teacher", 33, "Errors");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        Evidence images = subject.evidence();
        if (!images.isOfImages()) {
            return Optional.empty();
        }
        return Optional.of(subject.content(
                "confusion",
                new ConfusionModel(
                        table(images, images.first().student().model()),
                        table(images, images.first().teacher()))));
    }

    private static ConfusionTable table(Evidence images, ModelRun model) {
        return ConfusionTable.of(
                images.request().teacherData().classNames(), ConfusionMatrix.of(model.predictions(), images.classes()));
    }
}
