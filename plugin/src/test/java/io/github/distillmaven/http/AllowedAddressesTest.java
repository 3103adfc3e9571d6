package io.github.distillmaven.http;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@DisplayName("The addresses that a server's login may go to")
class AllowedAddressesTest {

    private static final AllowedAddresses BOUNDS =
            new AllowedAddresses(List.of("https://store.example.org/distill/", "http://127.0.0.1:8081/repository"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://store.example.org/distill",
                "https://store.example.org/distill/",
                "HTTPS://STORE.example.org:443/distill/main/deep",
                "https://store.example.org/distill/?sig=1",
                "http://127.0.0.1:8081/repository/raw"
            })
    void include_what_lies_below(String address) {
        assertThatNoException().isThrownBy(() -> BOUNDS.require("distill.remote", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://store.example.org.evil.com/distill/",
                "https://store.example.org@evil.com/distill/",
                "https://evil.com/https://store.example.org/distill/",
                "http://store.example.org/distill/",
                "https://store.example.org:8443/distill/",
                "https://store.example.org/distill-evil/",
                "https://store.example.org/",
                "https://store.example.org",
                "https://store.example.org/distill/../other",
                "https://store.example.org/distill/%2e%2e/other",
                "https://store.example.org/distill/..%2fother",
                "https://store.example.org/distill/%252e%252e/other",
                "https://store.example.org/distill/..;/other",
                "https://store.example.org/distill/..",
                "https://store.example.org\\@evil.com/distill/",
                "no address"
            })
    void exclude_all_else(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOUNDS.require("distill.remote", address))
                .withMessage(
                        "distill.remote is not allowed: the <server> distill.remote in settings.xml shows its credentials"
                                + " only to addresses below 'https://store.example.org/distill/', 'http://127.0.0.1:8081/repository'."
                                + " Correct the address in the POM or on the command line, or add it to <allowedAddresses> of that"
                                + " server.");
    }

    @Test
    void are_all_where_none_is_named() {
        assertThatNoException()
                .isThrownBy(() -> new AllowedAddresses(List.of()).require("distill.remote", "https://anywhere/"));
    }
}
