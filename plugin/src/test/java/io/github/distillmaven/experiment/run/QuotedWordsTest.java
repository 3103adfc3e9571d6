package io.github.distillmaven.experiment.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuotedWordsTest {

    @Test
    void quotesHoldTogetherWhatHasBlanksInIt() {
        assertThat(QuotedWords.split(" -Xmx4g\t-Da=\"b c\"  '-Dd=e \"f\"' -Dg=C:\\h\\i#j -Dk=\u00FC ''"))
                .containsExactly("-Xmx4g", "-Da=b c", "-Dd=e \"f\"", "-Dg=C:\\h\\i#j", "-Dk=\u00FC", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Da=\"b", "'", "-Da='b c\" d"})
    void aQuoteThatIsNotClosedIsRefused(String text) {
        assertThatThrownBy(() -> QuotedWords.split(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
