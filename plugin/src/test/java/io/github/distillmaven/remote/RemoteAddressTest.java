package io.github.distillmaven.remote;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The address of the remote")
class RemoteAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://host:8443/maven/releases", "https://host:8443/maven/releases/"})
    void has_archives_below_it_as_a_maven_repository_has_artifacts(String value) {
        RemoteAddress address = RemoteAddress.parse(value);

        assertThat(address.archive("0a1b"))
                .hasToString("https://host:8443/maven/releases/"
                        + "io/github/distillmaven/distill-store-v1/0a1b/distill-store-v1-0a1b.zip");
        assertThat(address).hasToString("https://host:8443/maven/releases/");
    }

    @Test
    void may_be_a_bare_host() {
        assertThat(RemoteAddress.parse("HTTP://host").archive("0"))
                .hasToString("HTTP://host/io/github/distillmaven/distill-store-v1/0/distill-store-v1-0.zip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ftp://host/store              | it starts with something else
                    /home/ada/store               | it starts with something else
                    https://ada:secret@host/store | a user and a password belong into settings.xml, as the server distill.remote
                    http:///store                 | the address names no host
                    https://host/store?sig=secret | archives have their place below the address, so it cannot hold a ? or a #
                    https://host/#store           | archives have their place below the address, so it cannot hold a ? or a #
                    http://ada:secret@host/a b    | Illegal character in path at index 24
                    """)
    void that_is_wrong_is_explained_without_its_secrets(String value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemoteAddress.parse(value))
                .withMessage("distill.remote is wrong: %s. It must start with http:// or https://.", reason);
    }
}
