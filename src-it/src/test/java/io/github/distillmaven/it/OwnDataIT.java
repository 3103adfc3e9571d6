package io.github.distillmaven.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A folder of images that the user has")
class OwnDataIT {

    private static final String CONFIGURATION = """
            <preset>garments-to-digits</preset>
            <datasets>
              <dataset><name>shapes</name><directory>src/data/shapes</directory><size>16x16</size></dataset>
              <dataset><name>unused</name><npz>nowhere.npz</npz></dataset>
            </datasets>
            <teacher><dataset>shapes</dataset><network>linear</network><epochs>5</epochs></teacher>
            <transfer><inputs>shapes</inputs><allowSmall>true</allowSmall></transfer>
            <student><network>linear</network><epochs>5</epochs></student>
            """;
    private static final int IMAGES = 25;

    @Test
    @DisplayName(
            "leads from a fresh POM to a page, and is not read again after clean; what is wrong with it is said before any training")
    void fromPomToPage() throws IOException {
        TestProject project = TestProject.withExecutions("own data", TestProject.execution("x", CONFIGURATION));
        Path shapes = project.folder().resolve("src/data/shapes");
        draw(shapes);

        Build first = project.run("verify").orFail();

        assertThat(first.log())
                .contains("x: data: shapes: 60 training images of 16x16x3 in 3 classes, read from src/data/shapes in ")
                .contains("x: data: shapes restored from the store");
        assertThat(Files.readString(first.experiment("x").resolve("report/index.html")))
                .contains("shapes", "square", "disc", "bar");
        assertThat(Files.readString(first.experiment("x").resolve("data/shapes/classes.json")))
                .isEqualTo("[\"bar\",\"disc\",\"square\"]\n");

        FileUtils.deleteDirectory(project.folder().resolve("target").toFile());
        Build second = project.withoutWorkers().run("verify").orFail();

        assertThat(second.log())
                .contains("x: data: shapes restored from the store")
                .doesNotContain("read from src/data");

        Path text = shapes.resolve("disc/notes.png");
        Files.writeString(text, "no image");
        Build third = project.run("verify");

        assertThat(third.succeeded()).isFalse();
        assertThat(third.log())
                .contains("Experiment 'x' cannot run, its configuration has an error:")
                .contains("  - <directory> of <dataset> 'shapes': " + text
                        + " is not an image, although its name says so.");
    }

    private static void draw(Path folder) throws IOException {
        Random random = new Random(1);
        for (String name : new String[] {"square", "disc", "bar"}) {
            for (int index = 0; index < IMAGES; index++) {
                BufferedImage image = new BufferedImage(20, 24, BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(new Color(128 + random.nextInt(128), random.nextInt(128), random.nextInt(128)));
                int place = 2 + random.nextInt(4);
                switch (name) {
                    case "square" -> graphics.fillRect(place, place, 12, 12);
                    case "disc" -> graphics.fillOval(place, place, 12, 12);
                    default -> graphics.fillRect(place, 0, 3, 24);
                }
                graphics.dispose();
                Path file = folder.resolve(name + "/" + index + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(image, "png", file.toFile());
            }
        }
    }
}
