package io.github.distillmaven.store;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoreLocationTest {

    private static final Path HOME = Path.of("home", "ada");

    @Test
    void followsTheConventionOfThePlatform() {
        assertThat(StoreLocation.ofUser("Linux", HOME, Map.of()))
                .isEqualTo(HOME.resolve(".cache/distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Linux", HOME, Map.of("XDG_CACHE_HOME", "/caches")))
                .isEqualTo(Path.of("/caches", "distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Linux", HOME, Map.of("XDG_CACHE_HOME", "")))
                .isEqualTo(HOME.resolve(".cache/distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Linux", HOME, Map.of("XDG_CACHE_HOME", "~/caches")))
                .isEqualTo(HOME.resolve(".cache/distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Windows 11", HOME, Map.of("LOCALAPPDATA", "")))
                .isEqualTo(HOME.resolve("AppData/Local/distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Caches/distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Windows 11", HOME, Map.of("LOCALAPPDATA", "local")))
                .isEqualTo(Path.of("local", "distill-maven-plugin"));
        assertThat(StoreLocation.ofUser("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/distill-maven-plugin"));
    }
}
