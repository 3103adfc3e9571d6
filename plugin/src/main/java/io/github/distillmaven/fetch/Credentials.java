package io.github.distillmaven.fetch;

import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;

/**
 * What a server or a proxy lets somebody in with.
 *
 * @param user name
 * @param password in clear text; Maven's encrypted passwords are decrypted by whoever reads the settings
 */
public record Credentials(String user, String password) {

    UsernamePasswordCredentials asPassword() {
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }

    /** The user's name alone, so that no log shows the password. */
    @Override
    public String toString() {
        return user;
    }
}
