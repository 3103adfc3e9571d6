package io.github.distillmaven.report.section;

import io.github.distillmaven.report.section.AgainSection.AgainModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgainSectionTest {

    @Test
    void citesASnapshotByTheFirstDigitsOfItsDigest() {
        assertThat(new AgainModel(null, "0.1.0-SNAPSHOT@" + "c653767f5dbb".repeat(5), Citation.ofTheTool())
                        .citedVersion())
                .isEqualTo("0.1.0-SNAPSHOT@c653767f5dbb");
        assertThat(new AgainModel(null, "0.1.0", Citation.ofTheTool()).citedVersion())
                .isEqualTo("0.1.0");
    }

    @Test
    void citesTheToolAsItsPomHasIt() {
        assertThat(Citation.ofTheTool().author()).isEqualTo("The authors of the Distill Maven Plugin");
        assertThat(Citation.ofTheTool().url()).startsWith("https://").endsWith("/distill-maven-plugin");
        assertThat(Citation.ofTheTool().year()).matches("20\\d\\d");
    }
}
