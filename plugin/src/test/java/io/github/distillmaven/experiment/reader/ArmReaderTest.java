package io.github.distillmaven.experiment.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The arms of an experiment")
class ArmReaderTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @Test
    void areTheTreatmentTheControlsAndTheStudentsInTheOrderInWhichTheyAreWritten() throws Exception {
        Experiment experiment = read(
                "controls", "unfiltered,shuffled",
                "transfer.keep", "wrong",
                "transfer.inputs", "synthetic-digits",
                "students.student.name", "small",
                "students.student.network", "linear",
                "students.student[2].name", "right",
                "students.student[2].transfer.keep", "correct",
                "students.student[2].epochs", "3");

        assertThat(experiment.arms())
                .extracting(ExperimentArm::name)
                .containsExactly("student", "unfiltered", "shuffled", "small", "right");
        assertThat(experiment.arms())
                .extracting(ExperimentArm::role)
                .containsExactly(
                        ArmRole.TREATMENT, ArmRole.CONTROL, ArmRole.CONTROL, ArmRole.COMPARISON, ArmRole.COMPARISON);
    }

    @Test
    void ofThePomTakeThePlaceOfThePresets() throws Exception {
        Experiment one = read("preset", "audit", "students.student.name", "mine", "students.student.epochs", "7");
        Experiment none = read("preset", "audit", "students", "");

        assertThat(one.others()).extracting(ExperimentArm::name).containsExactly("shuffled-within-class", "mine");
        assertThat(one.others().get(1).meaning()).isEqualTo("student.epochs 7 instead of 5");
        assertThat(none.others()).extracting(ExperimentArm::name).containsExactly("shuffled-within-class");
    }

    @Test
    void differInWhatIsWrittenAndInNothingElse() throws Exception {
        Experiment experiment = read(
                "student.epochs", "4",
                "students.student.name", "small",
                "students.student.network", "linear");
        ExperimentArm small = experiment.arms().get(1);

        assertThat(small.training().network().id()).isEqualTo("linear");
        assertThat(small.training().epochs()).isEqualTo(4);
        assertThat(small.transfer()).isEqualTo(experiment.transfer());
        assertThat(small.meaning()).isEqualTo("student.network linear instead of cnn");
        assertThat(experiment.as(small).settings())
                .contains(
                        new SettingValue("student.network", "linear", SettingValue.Origin.POM),
                        new SettingValue("student.epochs", "4", SettingValue.Origin.POM));
    }

    @Test
    void shareTheTransferSetsThatAreMadeAlike() throws Exception {
        Experiment experiment = read(
                "transfer.keep", "wrong",
                "transfer.inputs", "synthetic-digits",
                "students.student.name", "small",
                "students.student.network", "linear",
                "students.student[2].name", "right",
                "students.student[2].transfer.keep", "correct",
                "students.student[3].name", "right-small",
                "students.student[3].network", "linear",
                "students.student[3].transfer.keep", "correct");

        assertThat(experiment.others())
                .extracting(ExperimentArm::transferFolder)
                .containsExactly("", "students/right", "students/right");
        assertThat(experiment.others())
                .extracting(ExperimentArm::hasOwnTransfer)
                .containsExactly(false, true, false);
    }

    @Test
    void mayLearnTheTransferSetOfAControl() throws Exception {
        Experiment experiment = read(
                "controls", "shuffled",
                "students.student.name", "small",
                "students.student.network", "linear",
                "students.student[2].name", "small-shuffled",
                "students.student[2].network", "linear",
                "students.student[2].control", "shuffled",
                "students.student[3].name", "small-next",
                "students.student[3].network", "linear",
                "students.student[3].control", "random-wrong",
                "transfer.inputs", "synthetic-digits");

        assertThat(experiment.others())
                .extracting(ExperimentArm::transferFolder)
                .containsExactly("controls/shuffled", "", "controls/shuffled", "students/small-next");
        ExperimentArm shuffled = experiment.others().get(2);
        assertThat(shuffled.role()).isEqualTo(ArmRole.COMPARISON);
        assertThat(shuffled.control()).isEqualTo(experiment.others().get(0).control());
        assertThat(shuffled.meaning()).isEqualTo("student.network linear instead of cnn, control shuffled");
        // Its accuracy says nothing of students that have the treatment's network.
        assertThat(shuffled.nullRank()).isZero();
        assertThat(experiment.others().get(0).nullRank()).isPositive();
    }

    @Test
    void areRefusedAControlThatThereIsNotOrThatIsNone() {
        assertThatThrownBy(() -> read(
                        "students.student.name", "a",
                        "students.student.control", "shufled"))
                .hasMessageStartingWith(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <control> of <student> 1 in <students> is 'shufled'; it must be the name of a control. Did you mean 'shuffled'? There are: next-class, ");
        assertThatThrownBy(() -> read(
                        "students.student.name", "a",
                        "students.student.control", "shuffled",
                        "students.student.transfer.examples", "20"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <student> 1 in <students>, 'a', has a <control> and a <transfer> of its own, but a control rearranges the transfer set of the treatment. Remove one of them.");
        assertThatThrownBy(() -> read(
                        "students.student.name", "a",
                        "students.student.control", "unfiltered"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - The student 'a' in <students>: <control> is 'unfiltered', which is the treatment itself where <transfer><keep> is 'all'. Remove it, or keep 'wrong' or 'correct'.");
    }

    @Test
    void differInTheClassesThatAreLeftOut() throws Exception {
        Experiment experiment = read(
                "transfer.inputs", "synthetic-digits",
                "students.student.name", "without-3",
                "students.student.transfer.omittedClasses", "3",
                "students.student[2].name", "without-8-and-9",
                "students.student[2].transfer.omittedClasses", "9, 8");
        List<String> classes = new DatasetCatalog().classesOf(Choice.of("synthetic-digits"));

        assertThat(experiment.others())
                .extracting(ExperimentArm::meaning)
                .containsExactly(
                        "transfer.omittedClasses 3 instead of none", "transfer.omittedClasses 8,9 instead of none");
        assertThat(experiment.others()).allMatch(ExperimentArm::hasOwnTransfer);
        assertThat(experiment.setup(classes).omittedClasses()).containsExactlyInAnyOrder(3, 8, 9);
        assertThat(read(
                                "transfer.inputs", "synthetic-digits",
                                "transfer.omittedClasses", "7",
                                "students.student.name", "without-3",
                                "students.student.transfer.omittedClasses", "3")
                        .setup(classes)
                        .omittedClasses())
                .containsExactly(7);
    }

    @Test
    void areRefusedForAClassThatDoesNotExist() {
        assertThatThrownBy(() -> read(
                        "transfer.inputs", "synthetic-digits",
                        "students.student.name", "without",
                        "students.student.transfer.omittedClasses", "11"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - The student 'without' in <students>: <transfer><omittedClasses> names '11', which is not a class of 'synthetic-digits'. Did you mean '1'? There are: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9.");
    }

    @Test
    void areRefusedWithoutAGoodNameAllAtOnce() {
        assertThatThrownBy(() -> read(
                        "controls", "shuffled",
                        "students.student.network", "linear",
                        "students.student[2].name", "a/b",
                        "students.student[2].epochs", "3",
                        "students.student[3].name", "teacher",
                        "students.student[3].epochs", "3",
                        "students.student[4].name", "shuffled",
                        "students.student[4].epochs", "3",
                        "students.student[5].name", "one",
                        "students.student[5].epochs", "3",
                        "students.student[6].name", "one",
                        "students.student[6].epochs", "4"))
                .hasMessage("""
                        Experiment 'x' cannot run, its configuration has 5 errors:
                          - <student> 1 in <students> has no <name>. Give it one.
                          - <name> of <student> 2 in <students> is 'a/b'; it must be of letters, digits and single hyphens.
                          - <name> of <student> 3 in <students> is 'teacher', which is taken. Choose another.
                          - <name> of <student> 4 in <students> is 'shuffled', which is that of the control 'shuffled'. Choose another.
                          - <name> of <student> 6 in <students> is 'one', which is that of <student> 5 in <students>. Choose another.""");
    }

    @Test
    void areRefusedWhenTheyEqualTheTreatment() {
        assertThatThrownBy(() ->
                        read("student.epochs", "3", "students.student.name", "same", "students.student.epochs", "3"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <student> 1 in <students>, 'same', is the treatment itself: nothing in it differs from <student> and <transfer>. Change something, or remove it.");
        assertThatThrownBy(() -> read("students.student.name", "tested", "students.student.evaluateEvery", "2"))
                .hasMessageContaining("<student> 1 in <students>, 'tested', is the treatment itself: ");
    }

    @Test
    void areRefusedForWhatTheTreatmentWouldBeRefusedFor() {
        assertThatThrownBy(() -> read(
                        "students.student.name", "big",
                        "students.student.epochs", "none",
                        "students.student[2].name", "wrong",
                        "students.student[2].transfer.keep", "wrong"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <epochs> of <student> 1 in <students> is 'none'; it must be a whole number from 1 to 10000.");
        assertThatThrownBy(() -> read("students.student.name", "wrong", "students.student.transfer.keep", "wrong"))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - The student 'wrong' in <students>: <transfer><keep> is 'wrong', but the inputs 'synthetic-garments' have no true label in the teacher's task 'synthetic-digits'. Keep 'all', or set <transfer><inputs> to 'synthetic-digits'.");
    }

    @Test
    void areKnownToTheGate() throws Exception {
        Experiment experiment = read(
                "students.student.name", "small",
                "students.student.network", "linear",
                "expectations.expectation.metric", "small.testAccuracy",
                "expectations.expectation.min", "0.2");

        assertThat(experiment.gate().expectations())
                .extracting(Expectation::metric)
                .containsExactly("small.testAccuracy");
    }

    private Experiment read(String... pairs) throws InvalidExperimentException {
        Map<String, String> written = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            written.put(pairs[index], pairs[index + 1]);
        }
        return reader.read("x", List.of(new SettingLayer(SettingValue.Origin.POM, written)));
    }
}
