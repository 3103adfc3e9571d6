package io.github.distillmaven.experiment.reader;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What <datasets> declares")
class DatasetReaderTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private final List<String> problems = new ArrayList<>();
    private final SettingCatalog catalog =
            new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names());

    @Test
    @DisplayName("is a name, a form and a place, with options that have defaults")
    void isRead() {
        List<OwnDataset> read = read(
                "dataset.name", "leaves",
                "dataset.directory", "src/data/leaves",
                "dataset.size", "32x32",
                "dataset[2].name", "kmnist",
                "dataset[2].idx", "data/kmnist",
                "dataset[2].classNames", "o, ki,su",
                "dataset[2].testShare", "0.1");

        assertThat(problems).isEmpty();
        assertThat(read).extracting(OwnDataset::name).containsExactly("leaves", "kmnist");
        assertThat(read.get(0).origin()).isEqualTo(new DataOrigin.InPlace("src/data/leaves"));
        assertThat(read.get(0).format().choice().values())
                .isEqualTo(Map.of("size", "32x32", "channels", "as-found", "background", "none"));
        assertThat(read.get(0).share().value()).isEqualTo(0.2);
        assertThat(read.get(1).classNames()).containsExactly("o", "ki", "su");
        assertThat(read.get(1).share().value()).isEqualTo(0.1);
    }

    @Test
    @DisplayName("comes from an artifact or an address, whose ending may say the form")
    void origins() {
        List<OwnDataset> read = read(
                "dataset.name", "scans",
                "dataset.artifact", "com.acme:scans:3:zip",
                "dataset[2].name", "digits",
                "dataset[2].url", "https://example.org/a/digits.npz?signature=x",
                "dataset[2].sha256", SHA.toUpperCase(Locale.ROOT),
                "dataset[3].name", "letters",
                "dataset[3].idx", "gzip",
                "dataset[3].artifact", "com.acme:letters:1:train:zip");

        assertThat(problems).isEmpty();
        assertThat(read).extracting(own -> own.format().id()).containsExactly("directory", "npz", "idx");
        assertThat(read).extracting(OwnDataset::inside).containsExactly("", "", "gzip");
        assertThat(read.get(0).origin()).isEqualTo(new DataOrigin.OfArtifact("com.acme:scans:3:zip"));
        assertThat(read.get(1).origin())
                .isEqualTo(new DataOrigin.AtAddress(URI.create("https://example.org/a/digits.npz?signature=x")));
        assertThat(read.get(1).origin().display()).isEqualTo("https://example.org/a/digits.npz");
        assertThat(read.get(1).sha256()).contains(SHA);
    }

    @Test
    @DisplayName("cannot have the name of a data set of the plugin, or one name twice")
    void names() {
        assertRefused(
                "<name> of <dataset> 1 in <datasets> is 'MNIST', which is a data set of the plugin. Choose another.",
                "dataset.name",
                "MNIST",
                "dataset.idx",
                "x");
        assertRefused(
                "<name> of <dataset> 2 in <datasets> is 'own', which is that of another <dataset>. Choose another.",
                "dataset.name",
                "own",
                "dataset.idx",
                "x",
                "dataset[2].name",
                "own",
                "dataset[2].idx",
                "y");
        assertRefused("<dataset> 1 in <datasets> has no <name>. Give it one.", "dataset.idx", "x");
        assertRefused(
                "<name> of <dataset> 1 in <datasets> is '../x'; it must be of letters, digits and single hyphens.",
                "dataset.name",
                "../x",
                "dataset.idx",
                "x");
    }

    @Test
    @DisplayName("has one form, one origin, and options that its form takes")
    void forms() {
        assertRefused(
                "<dataset> 'own' does not say how the data lie. Give it one of <cifar>, <csv>, <directory>, <idx> and <npz>.",
                "dataset.name",
                "own");
        assertRefused(
                "<dataset> 'own' has <idx> and <npz>, but data have one form. Keep one of them; where a parent POM has data sets too, write <datasets combine.children=\"append\">.",
                "dataset.name",
                "own",
                "dataset.idx",
                "x",
                "dataset.npz",
                "y");
        assertRefused(
                "<size> of <dataset> 'own' is set, but <idx> has no such setting. Remove it.",
                "dataset.name",
                "own",
                "dataset.idx",
                "x",
                "dataset.size",
                "2x2");
        assertRefused(
                "<size> of <dataset> 'own' is '2'; it must be a height and a width such as 32x32, or as-found.",
                "dataset.name",
                "own",
                "dataset.directory",
                "x",
                "dataset.size",
                "2");
        assertRefused(
                "<directory> of <dataset> 'own' is ''; it must be a path. It is empty.",
                "dataset.name",
                "own",
                "dataset.directory",
                "");
        assertRefused(
                "<directory> of <dataset> 'own' is '${leaves}', but the property leaves is not set. Set it in the POM's <properties> or with -D.",
                "dataset.name",
                "own",
                "dataset.directory",
                "${leaves}");
    }

    @Test
    @DisplayName("comes from one place, an address with a digest and without a login")
    void wrongOrigins() {
        assertRefused(
                "<dataset> 'own' has <artifact> and <url>, but data come from one place. Remove one of them.",
                "dataset.name",
                "own",
                "dataset.artifact",
                "a:b:1:zip",
                "dataset.url",
                "http://example.org/x.zip");
        assertRefused(
                "<artifact> of <dataset> 'own' is 'com.acme'; it must be group:artifact:version:type or group:artifact:version:classifier:type, such as com.acme:scans:3:zip.",
                "dataset.name",
                "own",
                "dataset.artifact",
                "com.acme");
        assertRefused(
                "<artifact> of <dataset> 'own' is 'scans.zip'; it must be group:artifact:version:type or group:artifact:version:classifier:type, such as com.acme:scans:3:zip.",
                "dataset.name",
                "own",
                "dataset.artifact",
                "scans.zip");
        assertRefused(
                "<url> of <dataset> 'own' has no <sha256> beside it. Give the SHA-256 of the file, as sha256sum prints it.",
                "dataset.name",
                "own",
                "dataset.url",
                "http://example.org/x.zip");
        for (String address : List.of("ftp://example.org/x.zip", "https://me:secret@example.org/x.zip", "x.zip", "{")) {
            assertRefused(
                    "<url> of <dataset> 'own' must be an address that begins with http:// or https://, without a user, a password or a '#' in it. For a file or folder, give its path instead.",
                    "dataset.name",
                    "own",
                    "dataset.directory",
                    "",
                    "dataset.url",
                    address,
                    "dataset.sha256",
                    SHA);
        }
        assertRefused(
                "<sha256> of <dataset> 'own' is '12'; it must be the SHA-256 of a file: 64 hexadecimal digits.",
                "dataset.name",
                "own",
                "dataset.csv",
                "x.csv",
                "dataset.sha256",
                "12");
    }

    private List<OwnDataset> read(String... written) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < written.length; index += 2) {
            values.put("datasets." + written[index], written[index + 1]);
        }
        return new DatasetReader(catalog.ownData(), new DatasetCatalog().names(), problems)
                .read(List.of(WrittenExperiment.pom(values)));
    }

    private void assertRefused(String problem, String... written) {
        problems.clear();
        read(written);
        assertThat(problems).containsExactly(problem);
    }
}
