package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.text.ConfusionTable;
import io.github.distillmaven.results.evidence.Evidence;
import org.kohsuke.MetaInfServices;

/** Which classes the student takes for which. */
@MetaInfServices(Section.class)
public final class ConfusionSection extends PageSection {

    public ConfusionSection() {
        super("confusion", "which classes the student takes for which", 33, "Errors");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        Evidence images = subject.evidence();
        if (!images.isOfImages()) {
            return Optional.empty();
        }
        return Optional.of(subject.content(
                "confusion",
                ConfusionTable.of(
                        images.request().teacherData().classNames(),
                        ConfusionMatrix.of(images.first().student().model().predictions(), images.classes()))));
    }
}
