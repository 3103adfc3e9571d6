package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.BarChart;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.kohsuke.MetaInfServices;

/** How often each label was given, and what the same images are in their own data set. */
@MetaInfServices(Section.class)
public final class LabelsSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param teacherTitle title of the data set whose labels were given
     * @param inputsTitle title of the data set whose images the student saw
     * @param teacherClasses number of classes, of which a chart may show the most frequent; likewise of the inputs
     */
    public record LabelsModel(
            String teacherTitle,
            String inputsTitle,
            Picture given,
            Picture own,
            int teacherClasses,
            int inputClasses) {}

    public LabelsSection() {
        super("labels", "how often each label was given, and what the images are", 30, "Labels");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        Evidence images = subject.evidence();
        if (!images.isOfImages()) {
            return Optional.empty();
        }
        ReportRequest request = images.request();
        List<String> teacherNames = request.teacherData().classNames();
        List<String> inputNames = request.inputs().classNames();
        LabelHistogram given =
                new LabelHistogram(subject.findings().student().taught().givenLabels());
        LabelHistogram own = LabelHistogram.of(
                images.transfer().rows().stream().mapToInt(TransferRow::inputLabel), inputNames.size());
        int scale = Math.max(given.highest(), own.highest());
        return Optional.of(subject.content(
                "labels",
                new LabelsModel(
                        request.teacherData().title(),
                        request.inputs().title(),
                        subject.picture(
                                "given-labels",
                                new BarChart("Given labels", teacherNames, given, scale, true),
                                Subject.PANEL_WIDTH),
                        subject.picture(
                                "own-labels",
                                new BarChart("Own classes", inputNames, own, scale, false),
                                Subject.PANEL_WIDTH),
                        teacherNames.size(),
                        inputNames.size())));
    }
}
