package io.github.distillmaven.experiment.settings;

import io.github.distillmaven.experiment.FileNameEncoding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A path that a user writes")
class UserPathTest {

    private static final FileNameEncoding UTF_8 = new FileNameEncoding("UTF-8");

    @ParameterizedTest
    @CsvSource({
        "~, /home/ada",
        "~/store, /home/ada/store",
        "~//store/, /home/ada/store",
        "store, store",
        "../store, ../store",
        "./~x, ./~x",
        "a~b, a~b",
        "/größe, /größe"
    })
    @DisplayName("may begin with ~, the home folder")
    void home(String text, String path) {
        assertThat(UserPath.read(text, "/home/ada", UTF_8)).isEqualTo(path);
    }

    @Test
    @DisplayName("is refused if it is empty, of another's home, or none")
    void refused() {
        assertThatThrownBy(() -> UserPath.read(" ", "/home/ada", UTF_8)).hasMessage("It is empty.");
        assertThatThrownBy(() -> UserPath.read("~bob/store", "/home/ada", UTF_8))
                .hasMessage(
                        "'~' with a name behind it is for shells. Write the whole path, or './~bob/store' for a name.");
        assertThatThrownBy(() -> UserPath.read("~/store", "?", UTF_8))
                .hasMessage("This user has no home folder that '~' can stand for. Write the whole path.");
        assertThatThrownBy(() -> UserPath.read("a\0b", "/home/ada", UTF_8))
                .hasMessage("It is not a path: Nul character not allowed.");
        assertThatThrownBy(() -> UserPath.read("~/größe", "/home/ada", new FileNameEncoding("ANSI_X3.4-1968")))
                .hasMessage("This Java cannot write 'öß' in the name of a file: its encoding is ANSI_X3.4-1968."
                        + " Run Maven with a locale of UTF-8, such as LC_ALL=C.UTF-8, or use plain letters.");
    }
}
