package io.github.distillmaven.report.section;

import io.github.distillmaven.report.section.AgainSection.AgainModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgainSectionTest {

    @Test
    void citesASnapshotByTheFirstDigitsOfItsDigest() {
        assertThat(new AgainModel(null, "0.1.0-SNAPSHOT@" + "c653767f5dbb".repeat(5)).citedVersion())
                .isEqualTo("0.1.0-SNAPSHOT@c653767f5dbb");
        assertThat(new AgainModel(null, "0.1.0").citedVersion()).isEqualTo("0.1.0");
    }
}
