package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field a refusal is about: API v2.0 names it in the message only, in quotes. */
final class BlamedField {

  private static final Pattern QUOTED = Pattern.compile("[\"']([a-z][A-Za-z0-9]{2,60})[\"']");

  private BlamedField() {}

  static Fault in(Fault fault) {
    if (fault instanceof Fault.Invalid invalid) {
      Matcher field = QUOTED.matcher(invalid.problem());
      return field.find()
          ? new Fault.Invalid(field.group(1), invalid.problem(), invalid.remoteCode())
          : invalid;
    }
    return fault;
  }
}
