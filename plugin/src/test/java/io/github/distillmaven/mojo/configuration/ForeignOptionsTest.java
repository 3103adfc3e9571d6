package io.github.distillmaven.mojo.configuration;

import java.io.StringReader;
import java.util.function.UnaryOperator;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("The elements in <options> of <cluster>")
class ForeignOptionsTest {

    @Test
    @DisplayName("are the options of that name, whatever their values hold")
    void areReadAsTheyAre() throws Exception {
        Xpp3Dom written = Xpp3DomBuilder.build(new StringReader("""
                <options>
                  <spark.executor.memory>2g</spark.executor.memory>
                  <spark.executor.extraJavaOptions>-Da='b c' -Dd="e f" -Dg=h\\i</spark.executor.extraJavaOptions>
                  <spark.driver.host>${build.host}</spark.driver.host>
                  <spark.empty/>
                </options>"""));

        String text = ForeignOptions.text(written, value -> value.replace("${build.host}", "build 7"));

        assertThat(ClusterPolicy.optionsType().read(text))
                .hasSize(4)
                .containsEntry("spark.executor.memory", "2g")
                .containsEntry("spark.executor.extraJavaOptions", "-Da='b c' -Dd=\"e f\" -Dg=h\\i")
                .containsEntry("spark.driver.host", "build 7")
                .containsEntry("spark.empty", "");
    }

    @Test
    @DisplayName("are refused by name as those of the property are")
    void areRefusedByName() throws Exception {
        Xpp3Dom written =
                Xpp3DomBuilder.build(new StringReader("<options><executor.memory>2g</executor.memory></options>"));

        assertThat(catchThrowable(
                        () -> ClusterPolicy.optionsType().read(ForeignOptions.text(written, UnaryOperator.identity()))))
                .hasMessage(
                        "'executor.memory=2g' is none: their names begin with 'spark.', and '=' stands before the value.");
    }
}
