package io.github.distillmaven.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiskFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device | is full | free some space there
            There is not enough space on the disk | is full | free some space there
            Disk quota exceeded | holds as much as your quota allows | free some space there, or raise the quota
            Read-only file system | is read-only | use a folder that can be written to
            File too large | takes no file of that size | raise the limit on the size of files (ulimit -f)
            Input/output error | has a defect | check the disk
            """)
    void whatStandsInTheWayIsFoundInTheCauses(String reason, String state, String hint) {
        Exception failure = new UncheckedIOException(new IOException(new FileSystemException("/a/file", null, reason)));

        assertThat(DiskFailure.of(failure)).contains(new DiskFailure(state, hint));
    }

    @Test
    void aMatterOfPermissionsIsNone() {
        assertThat(DiskFailure.of(new FileSystemException("/a/file", null, "Permission denied")))
                .isEmpty();
        assertThat(DiskFailure.of(new IOException((String) null))).isEmpty();
    }
}
