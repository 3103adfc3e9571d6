package io.github.distillmaven.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The README's own snippet")
class DocumentedBuildsIT {

    private static final Pattern PLUGIN = Pattern.compile("(?s)```xml\\n(<plugin>.*?</plugin>\\n)```");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^mvn verify( -Ddistill\\..*)?$|`mvn verify( -Ddistill\\.[^`]*)`");

    @Test
    @DisplayName("runs on drawn images, with every command of README and docs that such a project can run")
    void runsOnDrawnImages() throws Exception {
        TestProject project = snippet("documented")
                .with("distill.teacher.dataset", "synthetic-digits")
                .with("distill.teacher.network", "linear")
                .with("distill.teacher.epochs", "1")
                .with("distill.teacher.examples", "2000")
                .with("distill.transfer.inputs", "synthetic-garments")
                .with("distill.transfer.examples", "2000")
                .with("distill.transfer.allowSmall", "true")
                .with("distill.student.network", "linear")
                .with("distill.student.epochs", "1")
                // So little training does not reach what the README expects of all of it.
                .with("distill.haltOnFailure", "false");

        Build first = project.run("verify").orFail();

        assertThat(first.experiment("fashion-to-mnist").resolve("TEST-fashion-to-mnist.xml"))
                .isNotEmptyFile();
        for (String options : commands()) {
            Build build = project.run(("verify" + options).split(" "));
            assertThat(build.succeeded())
                    .as("mvn verify%s\n%s", options, build.log())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("passes its own gate on the real images, trained in full")
    void passesItsGate() throws Exception {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA names no folder with MNIST and Fashion-MNIST");
        assumeTrue(Boolean.getBoolean("it.documented"), "takes minutes; -Dit.documented runs it");

        Build build = snippet("documented in full").with("distill.mirror", data).run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
    }

    private static TestProject snippet(String name) throws Exception {
        Matcher plugin = PLUGIN.matcher(Files.readString(readme()));
        assertThat(plugin.find()).isTrue();
        return TestProject.empty(name).file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>documented</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(plugin.group(1)));
    }

    /** Options of the commands, but for the remote store of somebody else. */
    private static List<String> commands() throws Exception {
        StringBuilder text = new StringBuilder(Files.readString(readme()));
        for (String page : List.of("presets", "results", "ci", "store")) {
            text.append(Files.readString(readme().resolveSibling("docs/" + page + ".md")));
        }
        return COMMAND.matcher(text)
                .results()
                .map(command -> command.group(1) == null ? command.group(2) : command.group(1))
                .filter(options -> options != null && !options.contains("example.org") && !options.contains("<"))
                .distinct()
                .toList();
    }

    private static Path readme() {
        return Path.of(System.getProperty("it.sample")).resolveSibling("README.md");
    }
}
