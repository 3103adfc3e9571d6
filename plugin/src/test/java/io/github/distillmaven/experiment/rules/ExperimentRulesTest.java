package io.github.distillmaven.experiment.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.experiment.reader.WrittenExperiment.assertRefused;
import static io.github.distillmaven.experiment.reader.WrittenExperiment.pom;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Values that contradict each other")
class ExperimentRulesTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @Test
    void inputsOfAnotherShapeThanTheTeachersAreRefused() {
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "transfer.inputs", "cifar10"),
                "<transfer><inputs> is 'cifar10' with images of 32x32x3, but the teacher learns 'mnist' with images of"
                        + " 28x28x1. Choose inputs of the teacher's shape.");
    }

    @Test
    void wrongLabelsOfForeignInputsDoNotExist() {
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "transfer.keep", "wrong"),
                "<transfer><keep> is 'wrong', but the inputs 'fashion-mnist' have no true label in the teacher's task"
                        + " 'mnist'. Keep 'all', or set <transfer><inputs> to 'mnist'.");
    }

    @Test
    void weightsThatDoNotFitTheNetworkAreRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("student.initialization", "teacher", "student.network", "mlp"),
                "<student><initialization> is 'teacher', but <student><network> is 'mlp' and <teacher><network> is 'cnn': the weights of one"
                        + " do not fit the other. Set both to the same, or <initialization> to 'own'.");
        assertRefused(
                Map.of(
                        "teacher.network", "resnet18",
                        "student.network", "resnet18",
                        "student.width", "32",
                        "student.initialization", "teacher"),
                "<student><initialization> is 'teacher', but <student><network> is 'resnet18' with <width> 32 and <teacher><network> is"
                        + " 'resnet18' with <width> 64: the weights of one do not fit the other. Set both to the same, or"
                        + " <initialization> to 'own'.");
        assertRefused(
                Map.of("student.initialization", "seed"),
                "<student><initialization> is 'seed'; it must be one of own, teacher.");
        assertThat(reader.read("x", List.of(pom(Map.of("student.initialization", "teacher"))))
                        .student()
                        .initialization())
                .isEqualTo(Training.Initialization.TEACHER);
    }

    @Test
    void momentumWrittenForAdamIsRefusedButThatOfThePresetIsIgnored() throws InvalidExperimentException {
        assertRefused(
                Map.of("teacher.optimizer", "adam", "teacher.momentum", "0.5"),
                "<teacher><momentum> is set, but 'adam' has no such setting. Remove it, or set <optimizer> to 'sgd'.");
        assertThat(reader.read("x", List.of(pom(Map.of("teacher.optimizer", "adam"))))
                        .teacher()
                        .optimizer()
                        .algorithm())
                .isEqualTo(Optimizer.Algorithm.ADAM);
    }

    @Test
    void aWidthWrittenForANetworkOfOneSizeIsRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("student.network", "mlp", "student.width", "32"),
                "<student><width> is set, but 'mlp' has no such setting. Remove it, or set <network> to 'resnet18', 'resnet26' or 'vgg11'.");
        assertThat(reader.read("x", List.of(pom(Map.of("student.network", "resnet18", "student.width", "32"))))
                        .student()
                        .network()
                        .get(ResNet18Network.WIDTH))
                .isEqualTo(32);
    }

    @Test
    void aNetworkForLargerImagesIsRefused() {
        assertRefused(
                Map.of("student.network", "vgg11"),
                "<student><network> is 'vgg11', which needs images of at least 32x32; these are 28x28x1.");
    }

    @Test
    void bfloat16IsForTheProcessor() {
        assertRefused(
                Map.of("precision", "bfloat16", "device", "gpu"),
                "<precision> is 'bfloat16', which is for <device> 'cpu', not 'gpu'. Set one of them to its default.");
    }

    @Test
    void aControlThatCannotBeIsRefused() {
        assertRefused(
                Map.of("controls", "shuffled, untrained-teacher"),
                "<controls> is 'shuffled, untrained-teacher'. The control 'untrained-teacher' was removed: an untrained network"
                        + " answers with two or three classes whatever it sees, which shows nothing. Use"
                        + " 'permuted-label-teacher' instead: the labels of a teacher that was trained on permuted labels.");
        assertRefused(
                Map.of("controls", "shufled"),
                "<controls> is 'shufled'; it must be one or more controls of next-class, permuted-label-teacher, random-subset,"
                        + " random-wrong, shuffled, shuffled-within-class, true-labels, unfiltered, unperturbed, or none."
                        + " Did you mean 'shuffled'?");
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "controls", "random-wrong"),
                "<controls> names 'random-wrong', but the inputs 'fashion-mnist' have no true label in the teacher's task"
                        + " 'mnist'. Remove it, or set <transfer><inputs> to 'mnist'.");
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "controls", "unfiltered"),
                "<controls> names 'unfiltered', which is the treatment itself where <transfer><keep> is 'all'."
                        + " Remove it, or keep 'wrong' or 'correct'.");
    }

    @Test
    void everyReplicateNeedsASeed() {
        assertRefused(
                Map.of("seed", "9223372036854775807", "replicates", "2"),
                "<seed> 9223372036854775807 leaves no seeds for 2 <replicates>, of which each has the next one."
                        + " Take a smaller seed.");
    }

    @Test
    void theLockFileIsEitherWrittenOrHeldAgainst() {
        assertRefused(
                Map.of("lock", "true", "locked", "true"),
                "<lock> writes distill.lock.json and <locked> holds the results against it. Set one of them.");
    }

    @Test
    void pointsAreForTeacherAndTransferAlike() {
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.inputs", "mnist"),
                "<transfer><inputs> is 'mnist' and the teacher learns 'random-points'. Set both to 'random-points', or neither.");
    }

    @Test
    void pointsTakeNothingThatIsForImages() {
        assertRefused(
                Map.of("preset", "two-dimensional", "teacher.network", "cnn"),
                "<teacher><network> is 'cnn', which is for images. With 'random-points' there are: linear, mlp, mlp-1200, mlp-4x100, mlp-auxiliary.");
        assertRefused(
                Map.of("preset", "two-dimensional", "precision", "bfloat16"),
                "<precision> is 'bfloat16', which is for images. With 'random-points' set it to 'float32'.");
    }

    @Test
    void pointsAreAlwaysTrainedSideBySide() {
        assertRefused(
                Map.of("preset", "two-dimensional", "sideBySide", "false"),
                "<sideBySide> is 'false', but models of 'random-points' are always trained side by side. Remove it.");
    }

    @Test
    void networksSideBySideAreDense() {
        assertRefused(
                Map.of("sideBySide", "true", "teacher.network", "mlp"),
                "<student><network> is 'cnn', which is not dense, and <sideBySide> trains no other. Choose one of: linear,"
                        + " mlp, mlp-1200, mlp-4x100, mlp-auxiliary; or set <sideBySide> to 'false'.");
        assertRefused(
                Map.of(
                        "sideBySide", "true",
                        "teacher.network", "mlp",
                        "teacher.augmentation", "crop-flip",
                        "student.network", "mlp"),
                "<teacher><augmentation> is 'crop-flip', which <sideBySide> cannot train with. Set it to 'none', or"
                        + " <sideBySide> to 'false'.");
        assertRefused(
                Map.of(
                        "sideBySide",
                        "true",
                        "teacher.network",
                        "mlp",
                        "student.network",
                        "mlp",
                        "precision",
                        "bfloat16"),
                "<precision> is 'bfloat16', which <sideBySide> cannot train with. Set it to 'float32', or <sideBySide> to"
                        + " 'false'.");
    }

    @Test
    void pointsNeedAnAttack() {
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.attack", "none", "controls", "none"),
                "<transfer><attack> is 'none', but the teacher answers every point of 'random-points' right until it is moved."
                        + " Set it to 'single-step' or 'pgd'.");
    }

    @Test
    void moreExamplesThanTheDataSetHasAreRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("teacher.examples", "12001"),
                "<teacher><examples> is 12001, but 'synthetic-digits' has 12000 training images. Set it to that at most, or to 0 for all.");
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "transfer.examples", "60001"),
                "<transfer><examples> is 60001, but 'fashion-mnist' has 60000 training images. Set it to that at most, or to 0 for all.");
        assertRefused(
                Map.of("preset", "cifar10-errors", "student.examples", "50001"),
                "<student><examples> is 50001, but the teacher labels 50000 inputs. Set it to that at most, or to 0 for all that are kept.");
        assertThat(reader.read("x", List.of(pom(Map.of("teacher.examples", "12000"))))
                        .teacher()
                        .examples())
                .isEqualTo(12_000);
    }

    @Test
    void aShareToValidateOnThatIsNoShareOrHoldsOutNothingIsRefused() {
        assertRefused(
                Map.of("teacher.validation", "1"),
                "<teacher><validation> is '1'; it must be a number from 0 to below 1.");
        assertRefused(
                Map.of("teacher.validation", "5000"),
                "<teacher><validation> is '5000'; it must be a number from 0 to below 1.");
        assertRefused(
                Map.of("teacher.validation", "0.001", "teacher.examples", "500"),
                "<teacher><validation> is 0.001, which holds out none of 500 training images. Raise it, or set it to 0.");
        assertRefused(
                Map.of("preset", "two-dimensional", "teacher.validation", "0.1"),
                "<teacher><validation> is 0.1, but 'random-points' are taken whole. Set it to 0.");
    }

    @Test
    void moreExamplesThanAreLeftBesideThoseHeldOutAreRefused() throws InvalidExperimentException {
        Map<String, String> ofSource =
                Map.of("transfer.inputs", "synthetic-digits", "teacher.validation", "0.1", "student.examples", "10801");

        assertRefused(
                ofSource,
                "<student><examples> is 10801, but the teacher labels 10800 inputs. Set it to that at most, or to 0 for all that are kept.");
        assertThat(reader.read("x", List.of(pom(Map.of("teacher.validation", "0.1", "student.examples", "10801"))))
                        .validation()
                        .of(12_000))
                .isEqualTo(1200);
    }

    @Test
    void classesThatCannotBeLeftOutAreRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("preset", "cifar10-errors", "transfer.omittedClasses", "cat, Dog"),
                "<transfer><omittedClasses> names 'Dog', which is not a class of 'cifar10'. Did you mean 'dog'? There are: airplane, automobile,"
                        + " bird, cat, deer, dog, frog, horse, ship, truck.");
        assertRefused(
                Map.of("preset", "cifar10-errors", "transfer.omittedClasses", "3", "evaluationSets", "omitted"),
                "<transfer><omittedClasses> names '3', which is not a class of 'cifar10'. There are: airplane, automobile, bird, cat, deer, dog,"
                        + " frog, horse, ship, truck.");
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.omittedClasses", "0,1,2,3,4,5,6,7,8,9"),
                "<transfer><omittedClasses> names all classes of 'mnist', which leaves no input. Take one out of it at least.");
        assertRefused(
                Map.of("transfer.omittedClasses", "3"),
                "<transfer><omittedClasses> is '3', but the inputs 'synthetic-garments' have no true label in the teacher's task"
                        + " 'synthetic-digits'. Set it to 'none', or <transfer><inputs> to 'synthetic-digits'.");
        assertRefused(
                Map.of("transfer.omittedClasses", "3,,4"),
                "<transfer><omittedClasses> is '3,,4'; it must be one or more names of classes separated by commas, or none.");
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.omittedClasses", "1"),
                "<transfer><omittedClasses> is '1', but 'random-points' are taken whole. Set it to 'none'.");
        assertThat(reader.read(
                                "x",
                                List.of(pom(Map.of(
                                        "preset", "fashion-errors", "transfer.omittedClasses", "Ankle boot, Bag"))))
                        .transfer()
                        .omittedClasses())
                .containsExactlyInAnyOrder("Ankle boot", "Bag");
    }

    @Test
    void logitsThatStandForNoClassAreOfNetworksThatHaveAnySideBySide() {
        assertRefused(
                Map.of("student.network", "mlp-auxiliary"),
                "<student><network> is 'mlp-auxiliary', which has logits that stand for no class, and can only be trained side by side. Set"
                        + " <sideBySide> to 'true', or choose another network.");
        assertRefused(
                Map.of(
                        "sideBySide",
                        "true",
                        "teacher.network",
                        "mlp-auxiliary",
                        "student.network",
                        "mlp",
                        "transfer.labels",
                        "auxiliary"),
                "<transfer><labels> is 'auxiliary', but all logits of <student><network> 'mlp' stand for classes. Set <network> to"
                        + " 'mlp-auxiliary', or <labels> to 'soft'.");
    }

    @Test
    void anExperimentIsAboutTwoClassesOfItsDataSetOrMore() throws InvalidExperimentException {
        assertRefused(
                Map.of("preset", "cifar10-errors", "teacher.onlyClasses", "cat, dgo"),
                "<teacher><onlyClasses> names 'dgo', which is not a class of 'cifar10'. Did you mean 'dog'? There are: airplane, automobile, bird,"
                        + " cat, deer, dog, frog, horse, ship, truck.");
        assertRefused(
                Map.of("preset", "cifar10-errors", "teacher.onlyClasses", "cat"),
                "<teacher><onlyClasses> names only 'cat', but a classifier needs two classes. Name another one, or set it to 'all'.");
        assertRefused(
                Map.of("preset", "cifar10-errors", "teacher.onlyClasses", "cat,,dog"),
                "<teacher><onlyClasses> is 'cat,,dog'; it must be one or more names of classes separated by commas, or all.");
        assertRefused(
                Map.of("preset", "two-dimensional", "teacher.onlyClasses", "0,1"),
                "<teacher><onlyClasses> is '0,1', but 'random-points' are taken whole. Set it to 'all'.");
        assertRefused(
                Map.of("preset", "cifar10-errors", "teacher.onlyClasses", "cat,dog", "transfer.omittedClasses", "frog"),
                "<transfer><omittedClasses> names 'frog', which is not a class of 'cifar10'. Did you mean 'dog'? There are: cat, dog.");
        assertThat(reader.read("x", List.of(pom(Map.of("preset", "cifar10-errors", "teacher.onlyClasses", "dog, cat"))))
                        .classes())
                .containsExactlyInAnyOrder("cat", "dog");
        assertThat(reader.read("x", List.of(pom(Map.of("teacher.onlyClasses", "all"))))
                        .classes())
                .isEmpty();
    }

    @Test
    void inputsThatTheTeacherDidNotLearnAreThereOrItIsRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.unseen", "true"),
                "<transfer><unseen> is 'true', but the teacher learns all 60000 inputs, which leaves none. Set <teacher><examples> to fewer,"
                        + " or <unseen> to 'false'.");
        assertRefused(
                Map.of(
                        "preset", "mnist-errors",
                        "transfer.unseen", "true",
                        "teacher.examples", "58000",
                        "student.examples", "2001"),
                "<student><examples> is 2001, but the teacher labels 2000 inputs. Set it to that at most, or to 0 for all that are kept.");
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "transfer.unseen", "true"),
                "<transfer><unseen> is 'true', but the inputs 'fashion-mnist' have no true label in the teacher's task 'mnist'. Set it to"
                        + " 'false', or <transfer><inputs> to 'mnist'.");
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.unseen", "true"),
                "<transfer><unseen> is 'true', but 'random-points' are taken whole. Set it to 'false'.");
        assertThat(reader.read(
                                "x",
                                List.of(pom(Map.of(
                                        "preset", "mnist-errors",
                                        "transfer.unseen", "true",
                                        "teacher.examples", "1000"))))
                        .transfer()
                        .unseen())
                .isTrue();
    }

    @Test
    void aShareOfErrorsIsAboveNothingAndAtMostAll() {
        Map<String, String> errors = Map.of("preset", "mnist-errors", "transfer.keep", "confident-wrong");
        Map<String, String> none = new HashMap<>(errors);
        none.put("transfer.share", "0");
        Map<String, String> unknown = new HashMap<>(errors);
        unknown.put("transfer.confidence", "high");

        assertRefused(none, "<transfer><share> is '0'; it must be a number above 0, at most 1.");
        assertRefused(
                unknown,
                "<transfer><confidence> is 'high'; it must be one of highest, lowest, any. Did you mean 'highest'?");
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.share", "0.2"),
                "<transfer><share> is set, but 'wrong' has no such setting. Remove it, or set <keep> to 'confident-wrong'.");
        assertRefused(
                Map.of("preset", "fashion-to-mnist", "transfer.keep", "confident-wrong"),
                "<transfer><keep> is 'confident-wrong', but the inputs 'fashion-mnist' have no true label in the teacher's task"
                        + " 'mnist'. Keep 'all', or set <transfer><inputs> to 'mnist'.");
    }

    @Test
    void evaluationSetsThatAnExperimentDoesNotHaveAreRefused() {
        assertRefused(
                Map.of("evaluationSets", "test,validation"),
                "<evaluationSets> names 'validation', but no training example is held out. Set <teacher><validation> to a share such as"
                        + " 0.1, or remove it.");
        assertRefused(
                Map.of("evaluationSets", "omitted"),
                "<evaluationSets> names 'omitted', but no class is left out of a transfer set. Set <transfer><omittedClasses>, or remove it.");
        assertRefused(
                Map.of("evaluationSets", "valdation", "teacher.validation", "0.1"),
                "<evaluationSets> is 'valdation'; it must be one or more evaluation sets of omitted, omitted-with-bias, test, test-next, test-with-bias, validation,"
                        + " or class- before the name of a class. Did you mean 'validation'?");
        assertRefused(
                Map.of("preset", "two-dimensional", "evaluationSets", "validation"),
                "<evaluationSets> names 'validation', but models of 'random-points' are not asked the inputs of 'validation'. Remove it.");
    }

    @Test
    void anEvaluationSetOfAClassThatThereIsNotIsRefused() {
        assertRefused(
                Map.of("preset", "mnist-errors", "evaluationSets", "test,class-10"),
                "<evaluationSets> names 'class-10', but no class is named '10'. There are: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9.");
        assertRefused(
                Map.of(
                        "preset",
                        "fashion-errors",
                        "teacher.onlyClasses",
                        "Coat, Bag",
                        "evaluationSets",
                        "class-Sandal"),
                "<evaluationSets> names 'class-Sandal', but no class is named 'Sandal'. There are: Coat, Bag.");
    }

    @Test
    void aMinimumThatNoTransferSetReachesIsRefused() {
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.examples", "500"),
                "<transfer><minimumSize> is 1000, but the teacher labels 500 inputs. Set it to that at most, or let it label more.");
    }

    @Test
    void aMinimumThatCountsForNothingIsRefused() throws InvalidExperimentException {
        assertRefused(
                Map.of("transfer.minimumSize", "2000"),
                "<transfer><minimumSize> is set, but has no effect, because <allowSmall> is 'true' in the preset 'garments-to-digits'."
                        + " Remove it, or set <allowSmall> to 'false'.");
        assertThat(reader.read("x", List.of(pom(Map.of("transfer.minimumSize", "2000", "transfer.allowSmall", "true"))))
                        .transfer()
                        .allowSmall())
                .isTrue();
    }

    @Test
    void conditionsThatNoResultMeetsAreRefused() {
        assertRefused(
                Map.of(
                        "expectations.expectation.metric", "student",
                        "expectations.expectation.min", "0.6",
                        "expectations.expectation.max", "0.5"),
                "<min> of <expectation> 1 in <expectations> is 0.6, above <max> 0.5: no value is both. Exchange them, or remove one.");
        assertRefused(
                Map.of(
                        "expectations.expectation.metric", "treatment",
                        "expectations.expectation.above", "student.testAccuracy"),
                "<above> of <expectation> 1 in <expectations> is 'student.testAccuracy', the <metric> itself, and nothing lies above itself."
                        + " Name another one.");
    }
}
