package io.github.distillmaven.report.section.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.PngImage;
import io.github.distillmaven.report.section.PageSection;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.evidence.MovedExamples;
import org.kohsuke.MetaInfServices;

/** Some images as they were, as the student saw them after they were moved, and the difference. */
@MetaInfServices(Section.class)
public final class MovesSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param inputsTitle title of the data set whose images were moved, or of what took their place
     * @param factor by which differences are amplified
     * @param unmoved how many images of the transfer set were not moved; empty if all were
     * @param size number of all of them
     */
    public record MovesModel(
            long seed,
            boolean replicated,
            String inputsTitle,
            List<Move> moves,
            int factor,
            String unmoved,
            String size) {}

    public MovesSection() {
        super("moves", "some images before and after they were moved, and the difference", 22, "Moves");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        if (!subject.evidence().isOfImages()) {
            return Optional.empty();
        }
        Optional<MovedExamples> moved = MovedExamples.read(subject.evidence());
        List<Move> moves =
                moved.map(inputs -> Move.firsts(subject.request(), inputs)).orElse(List.of());
        // Without a move there is no difference to amplify.
        return moves.isEmpty() ? Optional.empty() : Optional.of(content(subject, moved.orElseThrow(), moves));
    }

    private static Content content(Subject subject, MovedExamples moved, List<Move> moves) throws IOException {
        MovedExamples shown = moved.select(moves.stream().mapToInt(Move::place).toArray());
        Differences differences = Differences.of(shown);
        Path folder = subject.folder();
        Files.createDirectories(folder.resolve("images"));
        for (int index = 0; index < moves.size(); index++) {
            Move move = moves.get(index);
            new PngImage(shown.before(), index).write(folder.resolve(move.before()));
            new PngImage(shown.after(), index).write(folder.resolve(move.after()));
            new PngImage(differences.images(), index).write(folder.resolve(move.difference()));
        }
        long unmoved = IntStream.range(0, moved.size())
                .filter(place -> moved.distance(place) == 0)
                .count();
        return subject.content(
                "moves",
                new MovesModel(
                        subject.request().seed(),
                        subject.request().replicated(),
                        subject.request().inputs().title(),
                        moves,
                        differences.factor(),
                        unmoved == 0 ? "" : Numbers.count(unmoved),
                        Numbers.count(moved.size())));
    }
}
