package io.github.distillmaven.experiment.run;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The arguments of a worker's JVM")
class JvmArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx4g -Xms1g -Xss2m",
                "-XX:+UseSerialGC -XX:MaxRAMPercentage=50.0 -XX:ActiveProcessorCount=2",
                "-Dhttp.proxyPassword=s3cret -Dorg.bytedeco.javacpp.cachedir=/x -Djava.io.tmpdir=/x",
                "-agentlib:jdwp=transport=dt_socket,server=y -ea -Xlog:gc --add-opens java.base/java.lang=ALL-UNNAMED",
                "-XX:+NoSuchFlag -Xmx1q"
            })
    void changeNoResultAsFarAsTheyAreAboutMemoryPropertiesOrLogs(String text) {
        assertThat(JvmArguments.parse(text).violations()).isEmpty();
        assertThat(JvmArguments.parse(text).decisive()).isEmpty();
    }

    @Test
    void mayChangeResultsWhereTheyChooseTheCodeOfMath() {
        assertThat(JvmArguments.parse(
                                "-Xmx1g -XX:UseAVX=0 -XX:-UseLibmIntrinsic -XX:DisableIntrinsic=_dexp -XX:-UseFMA")
                        .decisive())
                .containsExactly("-XX:UseAVX=0", "-XX:-UseLibmIntrinsic", "-XX:DisableIntrinsic=_dexp", "-XX:-UseFMA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-cp",
                "-classpath",
                "-p",
                "--class-path=***",
                "--patch-module=***",
                "--module-path=***",
                "-javaagent:***",
                "-agentpath:***",
                "-agentlib:***",
                "-Xbootclasspath/a:***",
                "-XX:Flags=***",
                "-Djava.class.path=***",
                "-Djava.library.path=***",
                "-Djava.system.class.loader=***",
                "-Dorg.bytedeco.javacpp.pathsFirst=***",
                "-Dorg.bytedeco.javacpp.platform.preload=***"
            })
    void areRefusedIfTheyBringOtherCodeIn(String shown) {
        assertThat(JvmArguments.parse(shown.replace("***", "/a/secret.jar")).violations())
                .containsExactly("<jvmArguments> holds " + shown
                        + ", which brings other code into the worker than its key stands for. Remove it. TensorFlow is chosen"
                        + " with <device>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-version", "--version", "-jar", "--help", "-?", "--list-modules", "--dry-run"})
    void areRefusedIfTheJvmWouldNotRunTheWorker(String argument) {
        assertThat(JvmArguments.parse(argument).violations())
                .containsExactly("<jvmArguments> holds " + argument
                        + ", with which the JVM would not run the worker. Remove it.");
    }

    @Test
    @DisplayName(
            "are refused, and not repeated, if they are no options: they may be the rest of a password with blanks")
    void areRefusedIfTheyAreNoOptions() {
        assertThat(JvmArguments.parse("-Ddb.password=s3 cret @file").violations())
                .containsExactly(
                        "<jvmArguments>: word 2 of 3 is not an option of the JVM, because it does not start with '-'."
                                + " Put quotes around an argument that contains blanks; argument files are not read.",
                        "<jvmArguments>: word 3 of 3 is not an option of the JVM, because it does not start with '-'."
                                + " Put quotes around an argument that contains blanks; argument files are not read.");
    }

    @Test
    void mayHaveBlanksInsideQuotes() {
        assertThat(JvmArguments.parse("-Ddb.password=\"s3 cret\" '-Da=b \"c\"'"))
                .isEqualTo(new JvmArguments(List.of("-Ddb.password=s3 cret", "-Da=b \"c\"")));
        assertThat(JvmArguments.parse("-Ddb.password=\"s3 cret\"").violations()).isEmpty();
    }

    @Test
    void areShownWithoutWhatMayBeSecret() {
        JvmArguments arguments =
                JvmArguments.parse("-Xmx4g -XX:+UseSerialGC -XX:MaxRAMPercentage=50.0 -Dhttp.proxyPassword=s3cret"
                        + " -Dflag -Da=b=c -agentlib:jdwp=address=1 -XX:OnError=mail;s3cret -Xlog:gc:file=x");

        assertThat(arguments.shown())
                .isEqualTo("-Xmx4g -XX:+UseSerialGC -XX:MaxRAMPercentage=50.0 -Dhttp.proxyPassword=*** -Dflag -Da=***"
                        + " -agentlib:*** -XX:OnError=*** -Xlog:***");
    }

    @Test
    void areTakenOutOfLogs() {
        JvmArguments arguments =
                new JvmArguments(List.of("-Dpassword=s3cret", "-Dpin=12", "-Xmx4g", "-XX:OnError=mail;s3cret"));

        assertThat(arguments.hide("""
                jvm_args: -Dpassword=s3cret -Dpin=12 -Xmx4g
                    password = s3cret
                    pin = 12
                Unrecognized VM option 'OnError=mail;s3cret' after 12 s""")).isEqualTo("""
                        jvm_args: -Dpassword=*** -Dpin=*** -Xmx4g
                            password = ***
                            pin = ***
                        Unrecognized VM option 'OnError=***' after 12 s""");
    }
}
