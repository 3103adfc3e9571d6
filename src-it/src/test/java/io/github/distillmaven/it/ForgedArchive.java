package io.github.distillmaven.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.disk.Digests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an intruder makes of an entry's archive: other results, with digests that agree with each other. */
final class ForgedArchive {

    private static final String VICTIM = "files/history.csv";
    private static final String RECORD = "files/step.json";
    private static final String MANIFEST = "manifest.json";
    private static final String SEAL = "manifest.sha256";

    private ForgedArchive() {}

    /**
     * Forges the archive of a trained model.
     *
     * @param archive a zip
     * @return empty if it is that of something else
     */
    static Optional<byte[]> of(byte[] archive) {
        try {
            Map<String, byte[]> files = unpack(archive);
            if (!files.containsKey(VICTIM)) {
                return Optional.empty();
            }
            String victim = text(files, VICTIM);
            String lie = victim + victim.lines().reduce((line, next) -> next).orElseThrow() + "\n";
            String lyingRecord = text(files, RECORD).replace(Digests.ofText(victim), Digests.ofText(lie));
            ObjectNode manifest = (ObjectNode) JsonMapper.shared().readTree(text(files, MANIFEST));
            describe(manifest, "history.csv", lie);
            describe(manifest, "step.json", lyingRecord);
            String lyingManifest = JsonMapper.shared().writeValueAsString(manifest);
            files.put(VICTIM, bytes(lie));
            files.put(RECORD, bytes(lyingRecord));
            files.put(MANIFEST, bytes(lyingManifest));
            files.put(SEAL, bytes(Digests.ofText(lyingManifest) + "  " + MANIFEST + "\n"));
            return Optional.of(pack(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(ObjectNode manifest, String file, String content) {
        ((ObjectNode) manifest.get("files").get(file))
                .put("size", bytes(content).length)
                .put("sha256", Digests.ofText(content));
    }

    private static Map<String, byte[]> unpack(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] pack(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive.toByteArray();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
