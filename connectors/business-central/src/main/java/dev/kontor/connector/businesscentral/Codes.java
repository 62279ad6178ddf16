package dev.kontor.connector.businesscentral;

import java.util.Locale;

/** Codes of Business Central, which are upper case and compared so. */
final class Codes {

  private Codes() {}

  static String upper(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
