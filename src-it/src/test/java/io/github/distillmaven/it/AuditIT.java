package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A model that one module attaches and another one audits")
class AuditIT {

    private static final String PRODUCER =
            TestProject.execution("shop", """
            <attach>teacher,transfer</attach>
            <teacher><network>linear</network><examples>2000</examples><epochs>2</epochs></teacher>
            <transfer><examples>1500</examples></transfer>
            <student><network>linear</network><epochs>1</epochs></student>
            """, "fetch-data", "train-teacher", "mislabel");

    private static final String CONSUMER = TestProject.execution(
            "leak", """
            <datasets><dataset><name>queries</name><artifact>org.example:one:1:transfer:zip</artifact><idx/></dataset></datasets>
            <teacher><dataset>synthetic-digits</dataset><model>org.example:one:1:teacher:zip</model></teacher>
            <transfer><inputs>queries</inputs><normalization>source</normalization><minimumSize>1</minimumSize><allowSmall>true</allowSmall></transfer>
            <student><network>linear</network><epochs>2</epochs></student>
            <students><student><name>few</name><transfer><examples>100</examples></transfer></student></students>
            <expectations><expectation><metric>few.agreement</metric><max>0.01</max></expectation></expectations>
            """, "fetch-data", "train-teacher", "mislabel", "train-student", "report", "check");

    private static final String DEPENDENCY = """
            <packaging>pom</packaging>
            <dependencies><dependency>
              <groupId>org.example</groupId><artifactId>one</artifactId><version>1</version>
              <classifier>teacher</classifier><type>zip</type><scope>provided</scope>
            </dependency></dependencies>
            """;

    @Test
    @DisplayName("answers as it did, gives a curve of agreement, and fails the build beyond a limit")
    void isAudited() throws IOException {
        TestProject project = TestProject.withModules("audit", PRODUCER, CONSUMER);
        project.file("two/pom.xml", TestProject.pom("two", CONSUMER).replace("<packaging>pom</packaging>", DEPENDENCY));

        Build build = project.run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.log())
                .contains("few.agreement is ")
                .contains("wanted at most 1", "(<max> of <expectation> 1 in <expectations>).");
        Path made = project.folder().resolve("one/target/distill/shop");
        assertThat(entries(made.resolve("attached/teacher.zip")))
                .contains("model/saved_model.pb")
                .doesNotContain("step.json");
        assertThat(entries(made.resolve("attached/transfer.zip")))
                .contains("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
        Path audited = project.folder().resolve("two/target/distill/leak");
        assertThat(audited.resolve("teacher/logits.npy")).hasSameBinaryContentAs(made.resolve("teacher/logits.npy"));
        assertThat(Files.readString(audited.resolve("report/index.html")))
                .contains("With only 1,200 answers of this model")
                .contains("agreement-over-examples")
                .contains("One given teacher.");
    }

    private static List<String> entries(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
