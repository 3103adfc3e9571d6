package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Why a store cannot be used")
class StoreExceptionTest {

    private static final Path ROOT = Path.of("/srv/store");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device | its disk is full. Free some space there, lower -Ddistill.storeLimit, or
            Disk quota exceeded | its disk holds as much as your quota allows. Free some space there, lower -Ddistill.storeLimit, or
            Read-only file system | its disk is read-only. Only read from it with -Ddistill.storeMode=read, or
            File too large | its disk takes no file of that size. Raise the limit on the size of files (ulimit -f), or
            Not a directory | a file is on the way to /srv/store/v1, where a folder should be. Remove it, or
            """)
    void saysWhatTheDiskAnswersAndWhatToDo(String answer, String problem) {
        IOException cause = new FileSystemException("/srv/store/v1", null, answer);

        assertThat(new StoreException(ROOT, cause))
                .hasCause(cause)
                .hasMessage("The store /srv/store cannot be used: " + problem
                        + " choose another folder with -Ddistill.store=<folder>.");
    }
}
