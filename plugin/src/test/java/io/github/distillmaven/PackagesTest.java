package io.github.distillmaven;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The packages of the plugin")
class PackagesTest {

    private static final String ROOT = "io.github.distillmaven";
    private static final int MOST = 20;

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/Jte"))
            .importPackages(ROOT);

    @Test
    void noPackageIsLarge() {
        Map<String, Long> sizes = PLUGIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(ROOT.length() + 1),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) ->
                        assertThat(size).as("types of package '%s'", name).isLessThanOrEqualTo(MOST));
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(PLUGIN.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }

    @Test
    void noSimpleNameStandsForTwoTypes() {
        Map<String, Set<String>> types = new TreeMap<>();
        PLUGIN.stream()
                .filter(type -> type.isTopLevelClass() || type.isMemberClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getModifiers().contains(JavaModifier.PRIVATE))
                .forEach(type -> types.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName().substring(ROOT.length() + 1)));
        types.values().removeIf(named -> named.size() < 2);

        assertThat(types).as("names that stand for several types").isEmpty();
    }

    @Test
    void noPackageReachesItselfThroughAnotherOrOneBelow() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PLUGIN);
    }
}
