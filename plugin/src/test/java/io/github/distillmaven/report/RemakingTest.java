package io.github.distillmaven.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    @DisplayName("has the students, data sets and networks of one's own; data that lie elsewhere are mentioned alone")
    void takesMoreOfThePom() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("students.student.name", "few");
        lists.put("students.student.transfer.examples", "100");
        lists.put("students.student.epochs", "9");
        lists.put("students.student[2].name", "many");
        lists.put("students.student[2].transfer.examples", "1000");
        lists.put("datasets.dataset.name", "leaves");
        lists.put("datasets.dataset.directory", "src/data/a & b");
        lists.put("datasets.dataset[2].name", "scans");
        lists.put("datasets.dataset[2].npz", "/home/somebody/scans.npz");

        assertThat(Remaking.of(
                                "x",
                                List.of(new SettingValue("seed", "1", Origin.DEFAULT)),
                                "verify",
                                List.of(),
                                lists,
                                List.of(new NetworkRow("small", "student", "10", "<relu></relu>")))
                        .execution())
                .endsWith("""
                          <configuration>
                            <seed>1</seed>
                            <students>
                              <student>
                                <name>few</name>
                                <epochs>9</epochs>
                                <transfer>
                                  <examples>100</examples>
                                </transfer>
                              </student>
                              <student>
                                <name>many</name>
                                <transfer>
                                  <examples>1000</examples>
                                </transfer>
                              </student>
                            </students>
                            <datasets>
                              <dataset>
                                <name>leaves</name>
                                <directory>src/data/a &amp; b</directory>
                              </dataset>
                            </datasets>
                            <!-- data set of this build, to be declared in <datasets>: scans -->
                            <networks>
                              <network><name>small</name><layers><relu></relu></layers></network>
                            </networks>
                          </configuration>
                        </execution>""");
    }

    @Test
    @DisplayName("of a cell of a sweep is an experiment with a name that one can have")
    void namesCells() {
        Remaking remaking = Remaking.of("grid/teacher.epochs=1,student.network=mlp", List.of(), "verify", List.of());

        assertThat(remaking.execution()).contains("<id>grid-teacher.epochs-1-student.network-mlp</id>");
    }
}
