package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.Property;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code property eq '*text*'}. */
record Like(Property property, Pattern pattern) implements Filter {
  static Like of(Property property, String text) {
    String quoted = "\\Q" + text.replace("*", "\\E.*\\Q") + "\\E";
    return new Like(
        property,
        Pattern.compile(quoted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  @Override
  public boolean test(ObjectNode row) {
    return pattern.matcher(row.path(property.name()).asString("")).matches();
  }
}
