package io.github.distillmaven.report.text;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Names in print")
class WordsTest {

    @Test
    void nameWithNumberIsNotTakenApart() {
        assertThat(Words.unbroken("10,000 images of CIFAR-10, Fashion-MNIST and −3-4"))
                .isEqualTo("10,000 images of CIFAR-\u206010, Fashion-MNIST and −3-4");
    }

    @Test
    void longNameEndsInAnEllipsis() {
        assertThat(Words.shortened("a-long-name", 6)).isEqualTo("a-lon…");
        assertThat(Words.shortened("a-name", 6)).isEqualTo("a-name");
    }
}
