package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;

/**
 * A key of GnuPG without a passphrase, in a folder of its own.
 *
 * @param folder short, since the path of a socket in it may not be long
 */
record Signatures(Path folder) implements AutoCloseable {

    /** Whether this machine has GnuPG. */
    static boolean canBeMade() {
        try {
            return new ProcessBuilder("gpg", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Signatures ofNewKey() throws Exception {
        Signatures signatures = new Signatures(Files.createTempDirectory("gpg"));
        int exit = signatures.run(
                "gpg", "--batch", "--passphrase", "", "--quick-generate-key", "Rehearsal <rehearsal@example.org>");
        if (exit != 0) {
            throw new IllegalStateException("no key: " + Files.readString(signatures.log()));
        }
        return signatures;
    }

    /** Whether a file has a signature by this key beside it. */
    boolean verify(Path file) throws Exception {
        return run("gpg", "--batch", "--verify", file + ".asc", file.toString()) == 0;
    }

    @Override
    public void close() throws Exception {
        run("gpgconf", "--kill", "all");
        FileUtils.deleteDirectory(folder.toFile());
    }

    private int run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("GNUPGHOME", folder.toString());
        return builder.start().waitFor();
    }

    private Path log() {
        return folder.resolve("log");
    }
}
