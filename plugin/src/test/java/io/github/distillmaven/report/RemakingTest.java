package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.report.account.NetworkRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("How to make a page again")
class RemakingTest {

    @Test
    void isTheCommandThatMadeIt() {
        Remaking remaking = Remaking.of(
                "digits",
                List.of(
                        new SettingValue("preset", "fashion-to-mnist", Origin.POM),
                        new SettingValue("seed", "2", Origin.COMMAND_LINE),
                        new SettingValue("controls", "shuffled, none", Origin.COMMAND_LINE)),
                "verify",
                List.of("mnist", "long"));

        assertThat(remaking.command())
                .isEqualTo("mvn verify -Pmnist,long -Ddistill.seed=2 \"-Ddistill.controls=shuffled, none\"");
    }

    @Test
    @DisplayName("is the goal that made it where no POM has the experiment")
    void isTheGoal() {
        Remaking remaking = Remaking.of(
                "two-dimensional",
                List.of(new SettingValue("preset", "two-dimensional", Origin.COMMAND_LINE)),
                "org.example:plugin:1:run",
                List.of());

        assertThat(remaking.command()).isEqualTo("mvn org.example:plugin:1:run -Ddistill.preset=two-dimensional");
    }

    @Test
    void isTheSameExperimentInAnyPom() {
        Remaking remaking = Remaking.of(
                "a <b>",
                List.of(
                        new SettingValue("preset", "fashion-to-mnist", Origin.POM),
                        new SettingValue("seed", "1", Origin.DEFAULT),
                        new SettingValue("teacher.epochs", "3", Origin.COMMAND_LINE),
                        new SettingValue("teacher.network", "cnn", Origin.PRESET),
                        new SettingValue("student.network", "mlp", Origin.PROJECT_PROPERTY)),
                "verify",
                List.of());

        assertThat(remaking.execution()).isEqualTo("""
                        <execution>
                          <id>a &lt;b&gt;</id>
                          <goals>
                            <goal>fetch-data</goal>
                            <goal>train-teacher</goal>
                            <goal>mislabel</goal>
                            <goal>train-student</goal>
                            <goal>report</goal>
                          </goals>
                          <configuration>
                            <preset>fashion-to-mnist</preset>
                            <seed>1</seed>
                            <teacher>
                              <epochs>3</epochs>
                            </teacher>
                            <student>
                              <network>mlp</network>
                            </student>
                          </configuration>
                        </execution>""");
    }

    @Test
    @DisplayName("has the networks of one's own, and says which data another POM has to have too")
    void takesMoreOfThePom() {
        Remaking remaking =
                Remaking.of("x", List.of(new SettingValue("seed", "1", Origin.DEFAULT)), "verify", List.of());

        assertThat(remaking.with(List.of(), List.of())).isEqualTo(remaking);
        assertThat(remaking.with(List.of(new NetworkRow("small", "student", "10", "<relu></relu>")), List.of("leaves"))
                        .execution())
                .endsWith("""
                          <configuration>
                            <!-- <datasets> of this build: leaves -->
                            <networks>
                              <network><name>small</name><layers><relu></relu></layers></network>
                            </networks>
                            <seed>1</seed>
                          </configuration>
                        </execution>""");
    }
}
