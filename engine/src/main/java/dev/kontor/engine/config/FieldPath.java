package dev.kontor.engine.config;

/** Where a field stands in a tree: as a JSON pointer, and as people write it. */
public final class FieldPath {

  private FieldPath() {}

  /** JSON pointer of a field. */
  static String pointer(String parent, String field) {
    return parent + "/" + field.replace("~", "~0").replace("/", "~1");
  }

  /** {@code /lines/0/sku} as people write it: {@code lines[0].sku}. */
  public static String dotted(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String step : pointer.split("/")) {
      if (step.isEmpty()) {
        continue;
      }
      if (step.chars().allMatch(Character::isDigit)) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }
}
