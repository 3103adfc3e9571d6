package io.github.distillmaven;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@DisplayName("The structure of the plugin")
class ArchitectureTest {

    private static final String ROOT = "io.github.distillmaven";

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void arrowsBetweenPackagesGoOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("mojo")
                .definedBy(ROOT + ".mojo..")
                .layer("pipeline")
                .definedBy(ROOT + ".pipeline..")
                .layer("store")
                .definedBy(ROOT + ".store..")
                .layer("provenance")
                .definedBy(ROOT + ".provenance..")
                .layer("fetch")
                .definedBy(ROOT + ".fetch..")
                .layer("remote")
                .definedBy(ROOT + ".remote..")
                .layer("http")
                .definedBy(ROOT + ".http..")
                .layer("worker")
                .definedBy(ROOT + ".worker..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("site")
                .definedBy(ROOT + ".site..")
                .layer("gate")
                .definedBy(ROOT + ".gate..")
                .layer("results")
                .definedBy(ROOT + ".results..")
                .layer("tensorflow")
                .definedBy(ROOT + ".tensorflow..")
                .layer("metrics")
                .definedBy(ROOT + ".metrics..")
                .layer("dataset")
                .definedBy(ROOT + ".dataset..")
                .layer("experiment")
                .definedBy(ROOT + ".experiment..")
                .whereLayer("mojo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("tensorflow")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pipeline")
                .mayOnlyBeAccessedByLayers("mojo")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "provenance")
                .whereLayer("provenance")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "results", "report")
                .whereLayer("fetch")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline")
                .whereLayer("remote")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("mojo", "fetch", "remote")
                .whereLayer("site")
                .mayOnlyBeAccessedByLayers("mojo")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "site")
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("pipeline", "report")
                .whereLayer("results")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "report", "site", "gate")
                .whereLayer("worker")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "tensorflow")
                .whereLayer("dataset")
                .mayOnlyBeAccessedByLayers("mojo", "pipeline", "fetch", "worker", "tensorflow", "results", "report")
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("pipeline", "dataset", "tensorflow", "results", "report", "gate")
                .check(PLUGIN);
    }

    @Test
    void noPackageReachesItselfThroughAnother() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PLUGIN);
    }

    @Test
    void onlyOnePackageKnowsTensorFlow() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".tensorflow..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tensorflow.."))
                .check(PLUGIN);
    }

    @Test
    void theWorkersJvmNeedsNothingOfMaven() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".tensorflow..", ROOT + ".dataset..", ROOT + ".experiment..", ROOT + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..")
                .check(PLUGIN);
    }

    @Test
    void nothingIsRememberedBetweenGoals() {
        noFields().that().areStatic().should().notBeFinal().check(PLUGIN);
    }

    @Test
    void classesAreNamedForARole() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .check(PLUGIN);
    }
}
