package io.github.distillmaven.report.section.image;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.PngImage;
import io.github.distillmaven.report.section.PageSection;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.kohsuke.MetaInfServices;

/** Some images that the student saw, and some that it was asked. */
@MetaInfServices(Section.class)
public final class SamplesSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param teacherTitle title of the data set that the models are tested on
     * @param inputsTitle title of the data set whose images the student saw
     */
    public record SamplesModel(
            long seed,
            boolean replicated,
            String teacherTitle,
            String inputsTitle,
            List<Sample> transferSamples,
            List<Sample> testSamples) {}

    public SamplesSection() {
        super("samples", "some images that the student saw, and some that it was asked", 21, "Images");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        Evidence images = subject.evidence();
        if (!images.isOfImages()) {
            return Optional.empty();
        }
        ReportRequest request = images.request();
        List<Sample> transfer = Sample.ofTransferSet(request, images.transfer());
        List<Sample> test =
                Sample.ofTestSet(request, images.first().student().model().predictions());
        Files.createDirectories(subject.folder().resolve("images"));
        write(subject, transfer, images.transferExamples());
        write(subject, test, images.testExamples());
        return Optional.of(subject.content(
                "samples",
                new SamplesModel(
                        request.seed(),
                        request.replicated(),
                        request.teacherData().title(),
                        request.inputs().title(),
                        transfer,
                        test)));
    }

    private static void write(Subject subject, List<Sample> samples, Examples images) throws IOException {
        for (Sample sample : samples) {
            new PngImage(images, sample.index()).write(subject.folder().resolve(sample.file()));
        }
    }
}
