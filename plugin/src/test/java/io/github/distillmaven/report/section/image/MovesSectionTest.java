package io.github.distillmaven.report.section.image;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.StrictPage;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The section of moved images")
class MovesSectionTest {

    @TempDir
    private Path folder;

    private ExperimentFixture images() {
        return new ExperimentFixture(folder)
                .classes(List.of("0", "1", "2"))
                .tests(20)
                .transferSize(40);
    }

    private StrictPage page(ReportRequest request) throws Exception {
        new ExperimentReport().write(request);
        return new StrictPage(folder.resolve("report/index.html"));
    }

    @Test
    @DisplayName(
            "shows of each given label the first image that was moved, as it was, as the student saw it, and what was added")
    void showsEachLabelThreeTimes() throws Exception {
        StrictPage page = page(images().moved().replicates(2).write());

        page.assertNothingForbidden();
        page.assertAccessible();
        List<Element> shown = page.elements("img").stream()
                .filter(image -> image.getAttribute("src").matches("images/(before|after|difference)-.*"))
                .toList();
        assertThat(shown)
                .extracting(image -> image.getAttribute("src"))
                .startsWith("images/before-0.png", "images/after-0.png", "images/difference-0.png")
                .hasSize(9)
                .allSatisfy(file ->
                        assertThat(folder.resolve("report").resolve(file)).isRegularFile());
        assertThat(shown.get(1).getAttribute("alt")).isEqualTo("The same as the student saw it, given the label 0");
        assertThat(page.text())
                .contains("How the images were moved")
                .contains("the second minus the first, amplified 2 times, on mid-grey")
                .contains("of the first replicate, seed 1.")
                .contains("Of the 40 images that the student saw, 20 were not moved.")
                .contains("compare the student with its controls");
    }

    @Test
    @DisplayName("leaves mid-grey what was not changed, and darkens what was lowered by as much as the factor says")
    void amplifiesAroundTheMiddle() throws Exception {
        page(images().moved().write());

        BufferedImage before = image("before-0");
        BufferedImage after = image("after-0");
        BufferedImage difference = image("difference-0");
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                int change = after.getRaster().getSample(x, y, 0)
                        - before.getRaster().getSample(x, y, 0);
                // Each of the three is rounded to a whole grey level.
                assertThat(difference.getRaster().getSample(x, y, 0)).isBetween(125 + 2 * change, 130 + 2 * change);
            }
        }
    }

    @Test
    @DisplayName("is not there where nothing moves images")
    void isNotThereWhereNothingMoves() throws Exception {
        assertThat(page(images().write()).text()).doesNotContain("How the images were moved");
    }

    @Test
    @DisplayName("refuses a transfer set that is of other inputs than those of the data set")
    void refusesOtherInputs() throws Exception {
        ReportRequest request = images().moved().write();
        Path table = folder.resolve("transfer/transfer.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\n0,(\\d+),", "\n4711,$1,"));
        String inputClass = Files.readAllLines(table).get(1).split(",")[1];

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(table + ": example 4711 of class " + inputClass + " is none of the 40 inputs."
                        + " The goal 'mislabel' makes this file: delete it and run that goal again.");
    }

    @Test
    @DisplayName("asks for the goal that brings the images where they are missing")
    void asksForTheImages() throws Exception {
        ReportRequest request = images().moved().write();
        Path missing = folder.resolve("data/synthetic-garments/train-images-idx3-ubyte");
        Files.delete(missing);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(missing + " is missing. The goal 'fetch-data' makes it: bind that goal to the build,"
                        + " before 'report'.");
    }

    private BufferedImage image(String name) throws Exception {
        return ImageIO.read(folder.resolve("report/images/" + name + ".png").toFile());
    }
}
