package io.github.distillmaven.mojo.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What Maven drops from a configuration")
class LooseTextTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is named: text between elements, and attributes")
    void isNamed() throws IOException {
        assertThat(problems("distill-maven-plugin", """
                hello <teacher>cnn
                  <epochs>3</epochs></teacher><student epochs="3"/><seed>5</seed>
                <expectations combine.self="override"><!-- a gate --><expectation>
                  <metric>student</metric>, <min>0.5</min></expectation></expectations>
                """))
                .containsExactly(
                        "<teacher> holds the text 'cnn' between its elements. Remove it, or put it into one of them.",
                        "<student> has the attribute epochs=\"3\". Settings are elements: write <epochs> inside of it.",
                        "<expectations><expectation> holds the text ',' between its elements. Remove it, or put it into one of them.",
                        "<configuration> holds the text 'hello' between its elements. Remove it, or put it into one of them.");
    }

    @Test
    @DisplayName("is nobody's business in other plugins, executions and profiles that are not active")
    void isNotOfOthers() throws IOException {
        String loose = "x<seed>1</seed>";

        assertThat(problems("maven-jar-plugin", loose)).isEmpty();
        assertThat(new LooseText("distill-maven-plugin", "other", Set.of("p"))
                        .problems(pom(loose, "distill-maven-plugin").toFile()))
                .isEmpty();
        assertThat(new LooseText("distill-maven-plugin", "e", Set.of())
                        .problems(pom(loose, "distill-maven-plugin").toFile()))
                .isEmpty();
        assertThat(new LooseText("distill-maven-plugin", "e", Set.of("p"))
                        .problems(folder.resolve("none").toFile()))
                .isEmpty();
    }

    private List<String> problems(String plugin, String configuration) throws IOException {
        return new LooseText("distill-maven-plugin", "e", Set.of("p"))
                .problems(pom(configuration, plugin).toFile());
    }

    private Path pom(String configuration, String plugin) throws IOException {
        return Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><profiles><profile><id>p</id><build><plugins><plugin>
                  <artifactId>%s</artifactId><executions><execution><id>e</id>
                  <configuration>%s</configuration></execution></executions>
                </plugin></plugins></build></profile></profiles></project>
                """.formatted(plugin, configuration));
    }
}
