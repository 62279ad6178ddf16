package dev.kontor.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signs in to a server that knows Windows users. {@link #toString()} shows no password.
 *
 * @param domain NetBIOS name of the domain, or of the server for one of its own users
 * @param name without domain
 */
public record WindowsUser(String domain, String name, String password) {

  private static final Pattern WRITTEN = Pattern.compile("([^\\\\@\\s]+)\\\\([^\\\\@]+)");

  /**
   * @param written as {@code DOMAIN\name}
   * @throws IllegalArgumentException if it is not
   */
  public static WindowsUser of(String written, String password) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a Windows user is written like FIRM\\kontor");
    }
    return new WindowsUser(parts.group(1), parts.group(2), password);
  }

  @Override
  public String toString() {
    return domain + "\\" + name;
  }
}
